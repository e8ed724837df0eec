import { useState } from "react";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

type Props = {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  disabled?: boolean;
  id?: string;
  placeholder?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
};

/** A choice of one. A value that is none of them is shown as it is; what may be chosen is drawn when it is opened, for
 * there may be hundreds. */
export function Choice({ value, onChange, options, disabled, placeholder, ...trigger }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isKnown = !value || options.some((option) => option.value === value);
  const all = isKnown ? options : [...options, { value, label: value }];
  const shown = isOpen ? all : all.filter((option) => option.value === value);
  return (
    <Select value={value} onValueChange={onChange} open={isOpen} onOpenChange={setOpen} disabled={disabled ?? false}>
      <SelectTrigger className="w-full" {...trigger}>
        <SelectValue placeholder={placeholder} />
      </SelectTrigger>
      <SelectContent>
        {shown.map((option) => (
          <SelectItem key={option.value} value={option.value}>
            {option.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
