import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { useTexts } from "../../kit/use-texts";
import { changedSpan, DAYS, MAX_SPANS, withoutSpan, withSpan, type Day, type Problem, type Week } from "../utils/week";
import { CopyDay } from "./copy-day";
import { SpanFields } from "./span-fields";

type Props = { week: Week; onChange: (week: Week) => void; problems: readonly Problem[] };

/** The seven days, each with its spans. */
export function WeekEditor(props: Props) {
  return (
    <div className="divide-y">
      {DAYS.map((day) => (
        <DayRow key={day} day={day} {...props} />
      ))}
    </div>
  );
}

function DayRow({ day, week, onChange, problems }: Props & { day: Day }) {
  const { t } = useTexts();
  const spans = week[day];
  const name = t(`hours.days.${day}`);
  return (
    <fieldset className="grid gap-2 py-3 sm:grid-cols-[11rem_1fr_auto]">
      <legend className="sr-only">{name}</legend>
      <div className="flex min-h-9 items-center gap-3 self-start">
        <Switch
          id={`open-${day}`}
          checked={spans.length > 0}
          onCheckedChange={(on) => onChange(on ? withSpan(week, day) : { ...week, [day]: [] })}
        />
        <Label htmlFor={`open-${day}`}>{name}</Label>
      </div>
      <div className="grid min-w-0 content-start gap-2">
        {spans.length === 0 && (
          <p className="flex min-h-9 items-center text-sm text-muted-foreground">{t("hours.closed")}</p>
        )}
        {spans.map((span, at) => (
          <SpanFields
            key={at}
            day={name}
            number={at + 1}
            span={span}
            problem={problems.find((one) => one.day === day && one.at === at)?.kind}
            onChange={(change) => onChange(changedSpan(week, day, at, change))}
            onRemove={() => onChange(withoutSpan(week, day, at))}
          />
        ))}
      </div>
      <div className="flex gap-1 self-start">
        {spans.length > 0 && spans.length < MAX_SPANS && (
          <Button
            type="button"
            variant="ghost"
            size="icon"
            aria-label={t("hours.add-span", { day: name })}
            onClick={() => onChange(withSpan(week, day))}
          >
            <Plus aria-hidden />
          </Button>
        )}
        <CopyDay day={day} week={week} onChange={onChange} />
      </div>
    </fieldset>
  );
}
