import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { SmartProps } from "./smart-input";
import { TemplateTextInput } from "./template-text-input";

/** Something that there is: what is written into the field, and what people call it. */
export type Named = { value: string; label: string; detail?: string };

type Props = Omit<SmartProps, "isMultiline"> & { options: readonly Named[] };

/** The name of something: written, chosen from what there is, or made of variables. */
export function NameField({ options, ...field }: Props) {
  const known = options.find((option) => option.value === field.value);
  const hint = known && known.label !== known.value ? known.label : field.hint;
  return (
    <TemplateTextInput
      {...field}
      hint={hint}
      actions={
        options.length > 0 ? <NameMenu label={field.label} options={options} onPick={field.onChange} /> : undefined
      }
    />
  );
}

/** A button that opens the names that there are. */
export function NameMenu({
  label,
  options,
  onPick,
}: {
  label: string;
  options: readonly Named[];
  onPick: (value: string) => void;
}) {
  const { t } = useTranslation("flow-nodes");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          className="h-6 gap-1 px-1.5 text-xs"
          aria-label={t("fields.chooseOf", { field: label })}
        >
          {t("fields.choose")}
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-72 p-0" aria-label={label}>
        <Command label={label} loop>
          <CommandInput placeholder={t("fields.search")} />
          <CommandList className="max-h-64">
            <CommandEmpty>{t("fields.nothing")}</CommandEmpty>
            <CommandGroup>
              {options.map((option) => (
                <CommandItem
                  key={option.value}
                  value={option.value}
                  keywords={[option.label, option.detail ?? ""]}
                  onSelect={() => {
                    setIsOpen(false);
                    onPick(option.value);
                  }}
                >
                  <span className="flex min-w-0 flex-col">
                    <span className="truncate">{option.label}</span>
                    {option.detail && <span className="truncate text-xs text-muted-foreground">{option.detail}</span>}
                  </span>
                </CommandItem>
              ))}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
