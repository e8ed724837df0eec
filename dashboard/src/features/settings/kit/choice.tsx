import { useId } from "react";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { Option } from "./options";

/** No choice has this value: an empty one is not allowed by the control. */
const EMPTY = "~";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  placeholder?: string;
};

/** A choice of one outside of a form's own fields; an option's value may be the empty text. */
export function Choice({ label, value, onChange, options, placeholder }: Props) {
  const id = useId();
  const isKnown = options.some((one) => one.value === value);
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Select
        value={isKnown ? value || EMPTY : ""}
        onValueChange={(next) => next && onChange(next === EMPTY ? "" : next)}
      >
        <SelectTrigger id={id} className="w-full">
          <SelectValue placeholder={placeholder} />
        </SelectTrigger>
        <SelectContent>
          {options.map((one) => (
            <SelectItem key={one.value} value={one.value || EMPTY}>
              {one.label}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
