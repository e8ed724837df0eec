import { useState, type ComponentProps } from "react";
import { Input } from "@/components/ui/input";

type Props = Omit<ComponentProps<typeof Input>, "value" | "onChange" | "type" | "min" | "max"> & {
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
};

/** A field for a number; what is no number within the bounds is shown as wrong and not taken. */
export function NumberInput({ value, onChange, min = -Infinity, max = Infinity, ...input }: Props) {
  const [text, setText] = useState<string | null>(null);
  const isGood = (given: string) => given.trim() !== "" && Number(given) >= min && Number(given) <= max;
  const change = (given: string) => {
    setText(given);
    if (isGood(given)) onChange(Number(given));
  };
  const shown = text === null || (isGood(text) && Number(text) !== value) ? String(value) : text;
  return (
    <Input
      {...input}
      type="number"
      inputMode="decimal"
      {...(Number.isFinite(min) ? { min } : {})}
      {...(Number.isFinite(max) ? { max } : {})}
      value={shown}
      aria-invalid={isGood(shown) ? undefined : true}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setText(null)}
    />
  );
}
