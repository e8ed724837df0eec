import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "@/components/ui/input";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { readCron, writeCron, type Times } from "../../utils/cron";
import { Choice } from "./choice";
import { Field } from "./field";
import { NumberInput } from "./number-input";

const KINDS = ["daily", "weekly", "monthly", "custom"] as const;
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const NINE = "09:00";

type Props = { cron: string; onChange: (cron: string) => void; isReadOnly: boolean };

/** How often and when: in words, or as cron for all else. */
export function TimesForm({ cron, onChange, isReadOnly }: Props) {
  const { t } = useTranslation("flows");
  const [isCustom, setCustom] = useState(false);
  const times: Times = isCustom ? { kind: "custom", cron } : readCron(cron);
  const change = (next: Times) => {
    setCustom(next.kind === "custom");
    onChange(writeCron(next));
  };
  return (
    <>
      <Field label={t("editor.times.kind")}>
        {(ids) => (
          <Choice
            {...ids}
            value={times.kind}
            onChange={(kind) => change(asKind(kind, times))}
            options={KINDS.map((kind) => ({ value: kind, label: t(`editor.times.kinds.${kind}`) }))}
            disabled={isReadOnly}
          />
        )}
      </Field>
      {times.kind === "weekly" && (
        <ToggleGroup
          type="multiple"
          variant="outline"
          size="sm"
          aria-label={t("editor.times.days")}
          value={times.days.map(String)}
          onValueChange={(days) => change({ ...times, days: days.map(Number) })}
          className="flex-wrap"
        >
          {DAYS.map((day, index) => (
            <ToggleGroupItem key={day} value={String(index)} aria-label={t(`editor.times.long.${day}`)}>
              {t(`editor.times.short.${day}`)}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
      )}
      {times.kind === "monthly" && (
        <Field label={t("editor.times.day")}>
          {(ids) => (
            <NumberInput
              {...ids}
              min={1}
              max={31}
              value={times.day}
              onChange={(day) => change({ ...times, day: Math.round(day) })}
            />
          )}
        </Field>
      )}
      {times.kind === "custom" ? (
        <Field label={t("editor.times.cron")} hint={t("editor.times.cronHint")}>
          {(ids) => (
            <Input {...ids} className="font-mono" value={cron} onChange={(event) => onChange(event.target.value)} />
          )}
        </Field>
      ) : (
        <Field label={t("editor.times.time")}>
          {(ids) => (
            <Input
              {...ids}
              type="time"
              value={times.time}
              onChange={(event) => change({ ...times, time: event.target.value || NINE })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function asKind(kind: string, before: Times): Times {
  const time = before.kind === "custom" ? NINE : before.time;
  if (kind === "weekly") return { kind, time, days: [1, 2, 3, 4, 5] };
  if (kind === "monthly") return { kind, time, day: 1 };
  return kind === "custom" ? { kind, cron: writeCron(before) } : { kind: "daily", time };
}
