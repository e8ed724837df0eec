import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { cn } from "@/lib/utils";

type Props<Word extends string> = {
  label: string;
  value: Word | "";
  options: readonly { value: Word; label: string }[];
  placeholder?: string;
  invalid?: boolean;
  className?: string;
  onChange: (value: Word) => void;
};

/** A small choice within a condition. */
export function SmallSelect<Word extends string>({
  label,
  value,
  options,
  placeholder,
  invalid,
  className,
  onChange,
}: Props<Word>) {
  const take = (next: string) => {
    const found = options.find((one) => one.value === next);
    if (found) onChange(found.value);
  };
  return (
    <Select value={value} onValueChange={take}>
      <SelectTrigger
        size="sm"
        aria-label={label}
        aria-invalid={invalid}
        className={cn("max-w-full sm:max-w-60", className)}
      >
        <SelectValue placeholder={placeholder} />
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
