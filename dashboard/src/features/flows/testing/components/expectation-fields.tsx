import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Expectation } from "../utils/script";
import { JsonField } from "./json-field";

const ENDS = ["completed", "transferred", "expired", "failed", "cancelled", "waiting"];
/** A select has no empty value. */
const ANY = "any";
type Props = { value: Expectation; onChange: (value: Expectation) => void };

/** What is expected; a field that is empty says nothing. */
export function ExpectationFields({ value, onChange }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  const put = (fields: Expectation) => onChange({ ...value, ...fields });
  const isOpen = Object.keys(value.vars ?? {}).length > 0 || value.effect != null;
  return (
    <div className="mt-2 grid gap-2.5 sm:grid-cols-2">
      <div className="space-y-1 sm:col-span-2">
        <Label htmlFor={`${id}-text`}>{t("expect.text")}</Label>
        <Textarea
          id={`${id}-text`}
          rows={2}
          value={value.text ?? ""}
          onChange={(event) => put({ text: event.target.value || null })}
        />
        <div className="flex flex-wrap gap-x-4 gap-y-1 pt-1">
          <Check
            id={`${id}-contains`}
            label={t("expect.contains")}
            checked={value.contains ?? false}
            onChange={(contains) => put({ contains })}
          />
          <Check
            id={`${id}-silent`}
            label={t("expect.silent")}
            checked={value.silent ?? false}
            onChange={(silent) => put({ silent })}
          />
        </div>
      </div>
      <div className="space-y-1 sm:col-span-2">
        <Label htmlFor={`${id}-choices`}>{t("expect.choices")}</Label>
        <Input
          key={(value.choices ?? []).join("|")}
          id={`${id}-choices`}
          defaultValue={(value.choices ?? []).join(" | ")}
          onBlur={(event) => put({ choices: split(event.target.value) })}
        />
      </div>
      <div className="space-y-1">
        <Label htmlFor={`${id}-node`}>{t("expect.node")}</Label>
        <Input
          id={`${id}-node`}
          className="font-mono"
          value={value.node ?? ""}
          onChange={(event) => put({ node: event.target.value || null })}
        />
      </div>
      <div className="space-y-1">
        <Label htmlFor={`${id}-ended`}>{t("expect.ended")}</Label>
        <Select value={value.ended ?? ANY} onValueChange={(ended) => put({ ended: ended === ANY ? null : ended })}>
          <SelectTrigger id={`${id}-ended`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {[ANY, ...ENDS].map((end) => (
              <SelectItem key={end} value={end}>
                {t(end === ANY ? "expect.any" : `status.${end}`)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <details className="space-y-2 sm:col-span-2" open={isOpen || undefined}>
        <summary className="min-h-6 cursor-pointer text-xs text-muted-foreground">{t("expect.more")}</summary>
        <div className="space-y-1">
          <Label htmlFor={`${id}-outcome`}>{t("expect.outcome")}</Label>
          <Input
            id={`${id}-outcome`}
            value={value.outcome ?? ""}
            onChange={(event) => put({ outcome: event.target.value || null })}
          />
        </div>
        <JsonField
          label={t("expect.vars")}
          value={value.vars ?? {}}
          onChange={(vars) => put({ vars: vars as Expectation["vars"] })}
        />
        <JsonField
          label={t("expect.effect")}
          hint={t("expect.effect_hint")}
          value={value.effect ?? null}
          onChange={(effect) => put({ effect: effect as Expectation["effect"] })}
        />
      </details>
    </div>
  );
}

const split = (text: string): string[] | null => {
  const choices = text
    .split("|")
    .map((one) => one.trim())
    .filter(Boolean);
  return choices.length ? choices : null;
};

function Check({
  id,
  label,
  checked,
  onChange,
}: {
  id: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <div className="flex min-h-6 items-center gap-2">
      <Checkbox id={id} checked={checked} onCheckedChange={(value) => onChange(value === true)} />
      <Label htmlFor={id} className="font-normal">
        {label}
      </Label>
    </div>
  );
}
