import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

/** No choice has this value: an empty one is not allowed by the control. */
const ALL = "all";

type Props = {
  label: string;
  /** What is said while nothing is chosen. */
  all: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  /** Lower, and as wide as its cell on a phone. */
  compact?: boolean;
};

/** A choice that narrows a list; the empty text is none. */
export function FilterSelect({ label, all, value, onChange, options, compact }: Props) {
  return (
    <Select value={value || ALL} onValueChange={(next) => onChange(next === ALL ? "" : next)}>
      <SelectTrigger
        size={compact ? "sm" : "default"}
        aria-label={label}
        className={compact ? "w-full sm:w-fit sm:max-w-56" : "w-auto min-w-36"}
      >
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ALL}>{all}</SelectItem>
        {options.map((option) => (
          <SelectItem key={option.value} value={option.value}>
            {option.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
