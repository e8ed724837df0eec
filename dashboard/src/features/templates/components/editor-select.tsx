import type { ComponentProps } from "react";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

type Props<Word extends string> = Omit<ComponentProps<typeof SelectTrigger>, "value" | "onChange"> & {
  value: Word;
  options: readonly { value: Word; label: string }[];
  onChange: (value: Word) => void;
};

/** A choice in the editor. */
export function EditorSelect<Word extends string>({ value, options, onChange, ...trigger }: Props<Word>) {
  const take = (next: string) => {
    const found = options.find((one) => one.value === next);
    if (found) onChange(found.value);
  };
  return (
    <Select value={value} onValueChange={take} disabled={trigger.disabled}>
      <SelectTrigger {...trigger} className="w-full">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {options.map((one) => (
          <SelectItem key={one.value} value={one.value}>
            {one.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
