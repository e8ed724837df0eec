import { useId, useState, type ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { SECONDS, splitSeconds, type Unit } from "../../nodes/durations";
import { Field } from "./field";

type Props = Omit<ComponentProps<typeof Field>, "children"> & {
  /** Null: none is set. */
  seconds: number | null;
  onChange: (seconds: number | null) => void;
  units?: readonly Unit[];
  maxSeconds: number;
  placeholder?: string;
};

/** How long, as a number and a unit. What is longer than it may be is shown as wrong and not kept. */
export function DurationInput({
  seconds,
  onChange,
  units = ["m", "h", "d"],
  maxSeconds,
  placeholder,
  ...field
}: Props) {
  const { t } = useTranslation("flow-nodes");
  const unitId = useId();
  const split = seconds === null ? null : splitSeconds(seconds);
  const known =
    split && units.includes(split.unit) ? split : seconds === null ? null : inUnit(seconds, units[0] ?? "m");
  const [chosen, setChosen] = useState<Unit | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const unit = known?.unit ?? chosen ?? units[0] ?? "m";
  const keep = (text: string, of: Unit) => {
    if (text === "") return onChange(null);
    const length = Number(text) * SECONDS[of];
    if (length > 0 && length <= maxSeconds) onChange(length);
  };
  const isWrong = typed !== null && typed !== "" && !(Number(typed) > 0 && Number(typed) * SECONDS[unit] <= maxSeconds);
  const most = splitSeconds(maxSeconds);

  return (
    <Field
      {...field}
      hint={isWrong ? t("fields.longest", { length: t(`units.${most.unit}`, { count: most.number }) }) : field.hint}
    >
      {({ disabled, ...control }) => (
        <div className="flex gap-2">
          <Input
            {...control}
            disabled={disabled}
            aria-invalid={isWrong || control["aria-invalid"]}
            type="number"
            inputMode="decimal"
            min={0}
            step="any"
            className="w-24"
            placeholder={placeholder}
            value={typed ?? known?.number ?? ""}
            onChange={(event) => {
              setTyped(event.target.value);
              keep(event.target.value, unit);
            }}
            onBlur={() => setTyped(null)}
          />
          <Select
            value={unit}
            disabled={disabled}
            onValueChange={(value) => {
              const next = units.find((one) => one === value) ?? unit;
              setChosen(next);
              if (known) keep(String(known.number), next);
            }}
          >
            <SelectTrigger id={unitId} className="w-32" aria-label={t("fields.unitOf", { field: field.label })}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {units.map((one) => (
                <SelectItem key={one} value={one}>
                  {t(`unitNames.${one}`)}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
      )}
    </Field>
  );
}

function inUnit(seconds: number, unit: Unit): { number: number; unit: Unit } {
  return { number: seconds / SECONDS[unit], unit };
}
