import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { kindOfValue } from "../../utils/value-kinds";
import { Choice } from "./choice";
import { NumberInput } from "./number-input";

type Props = { label: string; value: unknown; onChange: (value: unknown) => void };

/** A variable's value, in the field that fits it. */
export function VariableValue({ label, value, onChange }: Props) {
  const { t } = useTranslation("flows");
  switch (kindOfValue(value)) {
    case "text":
      return <Input aria-label={label} value={String(value)} onChange={(event) => onChange(event.target.value)} />;
    case "number":
      return <NumberInput aria-label={label} step="any" value={Number(value)} onChange={onChange} />;
    case "yes_no":
      return (
        <Choice
          aria-label={label}
          value={String(value)}
          onChange={(next) => onChange(next === "true")}
          options={["true", "false"].map((one) => ({ value: one, label: t(`editor.variables.${one}`) }))}
        />
      );
    case "json":
      return <JsonInput label={label} value={value} onChange={onChange} />;
  }
}

/** Lists and objects as JSON; what cannot be read is shown as wrong and not taken. */
function JsonInput({ label, value, onChange }: Props) {
  const [text, setText] = useState<string | null>(null);
  const read = (given: string): { value: unknown } | null => {
    try {
      return { value: JSON.parse(given) as unknown };
    } catch {
      return null;
    }
  };
  const change = (given: string) => {
    setText(given);
    const found = read(given);
    if (found && kindOfValue(found.value) === "json") onChange(found.value);
  };
  const shown = text ?? JSON.stringify(value);
  return (
    <Textarea
      aria-label={label}
      className="font-mono text-xs"
      rows={2}
      spellCheck={false}
      value={shown}
      aria-invalid={read(shown) ? undefined : true}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setText(null)}
    />
  );
}
