import { useState, type ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Field } from "./field";
import { useFormScope } from "./form-scope";

type FieldProps = Omit<ComponentProps<typeof Field>, "children">;

type TextProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  isMono?: boolean;
  limit?: number;
};

/** One line of text without variables. */
export function TextField({ value, onChange, placeholder, isMono, limit, ...field }: TextProps) {
  const count = limit === undefined ? {} : { count: { length: value.length, limit } };
  return (
    <Field {...count} {...field}>
      {(control) => (
        <Input
          {...control}
          value={value}
          placeholder={placeholder}
          className={isMono ? "font-mono text-xs" : undefined}
          spellCheck={!isMono}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type NumberProps = FieldProps & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min: number;
  max: number;
  isWhole?: boolean;
  placeholder?: string;
};

/** A number within bounds. What is outside of them is shown as wrong and not kept: the API would refuse it. */
export function NumberField({ value, onChange, min, max, isWhole = true, placeholder, ...field }: NumberProps) {
  const { t } = useTranslation("flow-nodes");
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isWithin(typed, { min, max, isWhole });
  return (
    <Field {...field} hint={isWrong ? t("fields.between", { min, max }) : field.hint}>
      {(control) => (
        <Input
          {...control}
          aria-invalid={isWrong || control["aria-invalid"]}
          type="number"
          inputMode={isWhole ? "numeric" : "decimal"}
          min={min}
          max={max}
          step={isWhole ? 1 : "any"}
          placeholder={placeholder}
          className="w-28"
          value={typed ?? value ?? ""}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            if (isWithin(text, { min, max, isWhole })) onChange(text === "" ? undefined : Number(text));
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}

function isWithin(text: string, { min, max, isWhole }: { min: number; max: number; isWhole: boolean }): boolean {
  if (text === "") return true;
  const number = Number(text);
  return Number.isFinite(number) && number >= min && number <= max && (!isWhole || Number.isInteger(number));
}

type ChoiceProps<Value extends string> = FieldProps & {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  triggerClassName?: string;
};

/** One of a few. */
export function SelectField<Value extends string>({
  value,
  onChange,
  options,
  triggerClassName = "w-full",
  ...field
}: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const found = options.find((option) => option.value === chosen);
    if (found) onChange(found.value);
  };
  return (
    <Field {...field}>
      {({ disabled, ...control }) => (
        <Select value={value} onValueChange={choose} disabled={disabled}>
          <SelectTrigger {...control} className={triggerClassName}>
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {options.map((option) => (
              <SelectItem key={option.value} value={option.value}>
                {option.label}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </Field>
  );
}

type SwitchProps = { label: string; hint?: string; value: boolean; onChange: (value: boolean) => void; id: string };

/** Something that is so or not. */
export function SwitchField({ label, hint, value, onChange, id }: SwitchProps) {
  const { readOnly } = useFormScope();
  return (
    <div className="flex items-start gap-3">
      <Switch
        id={id}
        checked={value}
        onCheckedChange={onChange}
        disabled={readOnly}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5"
      />
      <div className="flex min-w-0 flex-col gap-0.5">
        <Label htmlFor={id}>{label}</Label>
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-muted-foreground">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
