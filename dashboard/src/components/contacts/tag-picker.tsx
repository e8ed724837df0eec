import { useQuery } from "@tanstack/react-query";
import { CheckIcon, PlusIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { useAddTag } from "@/api/tags/add-tag";
import { tagsQuery } from "@/api/tags/list-tags";
import { Button } from "@/components/ui/button";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { tellError } from "@/lib/tell-error";
import { cn } from "@/lib/utils";

type Props = {
  label: string;
  chosen: readonly string[];
  onChange: (tagIds: string[]) => void;
  disabled?: boolean;
};

/** Chooses tags by name, and makes one that is not there yet. */
export function TagPicker({ label, chosen, onChange, disabled }: Props) {
  const { t } = useTranslation("common");
  const tags = useQuery(tagsQuery).data ?? [];
  const mayMake = useMay("contacts:manage");
  const [text, setText] = useState("");
  const adding = useAddTag();
  const typed = text.trim();
  const isNew = typed !== "" && !tags.some((tag) => tag.name.toLowerCase() === typed.toLowerCase());

  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const make = () =>
    adding.mutate(
      { name: typed, key: crypto.randomUUID() },
      {
        onSuccess: (tag) => {
          setText("");
          onChange([...chosen, tag.id]);
        },
        onError: tellError,
      },
    );

  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button type="button" variant="outline" size="sm" disabled={disabled}>
          <PlusIcon aria-hidden />
          {label}
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-64 p-0" align="start">
        <Command label={label}>
          <CommandInput value={text} onValueChange={setText} placeholder={t("tagPicker.search")} />
          <CommandList>
            {!isNew && <CommandEmpty>{t("nothingFound")}</CommandEmpty>}
            <CommandGroup>
              {tags.map((tag) => (
                <CommandItem key={tag.id} value={tag.name} onSelect={() => toggle(tag.id)}>
                  <span aria-hidden className="size-2 rounded-full" style={{ backgroundColor: tag.color }} />
                  <span className="flex-1 truncate">{tag.name}</span>
                  <CheckIcon aria-hidden className={cn("size-4", !chosen.includes(tag.id) && "invisible")} />
                  {chosen.includes(tag.id) && <span className="sr-only">{t("tagPicker.chosen")}</span>}
                </CommandItem>
              ))}
              {isNew && mayMake && (
                <CommandItem value={`+ ${typed}`} onSelect={make} disabled={adding.isPending}>
                  <PlusIcon aria-hidden />
                  {t("tagPicker.make", { name: typed })}
                </CommandItem>
              )}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
