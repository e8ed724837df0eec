import { useQuery } from "@tanstack/react-query";
import { CheckIcon, PlusIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { useAddTag } from "@/api/tags/add-tag";
import { tagsQuery } from "@/api/tags/list-tags";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { tellError } from "@/lib/tell-error";
import { cn } from "@/lib/utils";
import { folded } from "../../utils/folded";

type Props = { chosen: readonly string[]; onChange: (ids: string[]) => void };

/** The company's tags to tick, and a new one by writing its name. */
export function TagPicker({ chosen, onChange }: Props) {
  const { t } = useTranslation("inbox");
  const tags = useQuery(tagsQuery).data ?? [];
  const [search, setSearch] = useState("");
  const mayAdd = useMay("contacts:manage");
  const add = useAddTag();
  const name = search.trim();
  const isNew = name !== "" && !tags.some((tag) => folded(tag.name) === folded(name));
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const create = () =>
    add.mutate(
      { name, key: crypto.randomUUID() },
      {
        onSuccess: (tag) => {
          setSearch("");
          onChange([...chosen, tag.id]);
        },
        onError: (error) => tellError(error),
      },
    );
  return (
    <Command className="rounded-none border-t" label={t("handling.tagsDialog.title")}>
      <CommandInput value={search} onValueChange={setSearch} placeholder={t("handling.tagsDialog.search")} />
      <CommandList className="max-h-72">
        {isNew && mayAdd ? null : <CommandEmpty>{t("handling.tagsDialog.none")}</CommandEmpty>}
        <CommandGroup>
          {tags.map((tag) => (
            <CommandItem key={tag.id} value={tag.name} onSelect={() => toggle(tag.id)}>
              <CheckIcon aria-hidden className={cn(chosen.includes(tag.id) ? "opacity-100" : "opacity-0")} />
              <span aria-hidden className="size-2.5 rounded-full" style={{ backgroundColor: tag.color }} />
              <span className="flex-1 truncate">{tag.name}</span>
              {chosen.includes(tag.id) ? <span className="sr-only">{t("handling.tagsDialog.chosen")}</span> : null}
            </CommandItem>
          ))}
          {isNew && mayAdd ? (
            <CommandItem value={`new ${name}`} keywords={[name]} disabled={add.isPending} onSelect={create}>
              <PlusIcon aria-hidden /> {t("handling.tagsDialog.create", { name })}
            </CommandItem>
          ) : null}
        </CommandGroup>
      </CommandList>
    </Command>
  );
}
