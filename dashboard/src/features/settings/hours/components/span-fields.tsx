import { X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useTexts } from "../../kit/use-texts";
import { closingOf, isOvernight, shownClosing, type Problem, type Span } from "../utils/week";

type Props = {
  day: string;
  number: number;
  span: Span;
  problem: Problem["kind"] | undefined;
  onChange: (change: Partial<Span>) => void;
  onRemove: () => void;
};

/** From when until when; what is wrong with it is said below. */
export function SpanFields({ day, number, span, problem, onChange, onRemove }: Props) {
  const { t } = useTexts();
  const id = useId();
  const said = problem ? t(`hours.wrong.${problem}`) : isOvernight(span) ? t("hours.overnight") : null;
  const field = { type: "time", "aria-invalid": problem !== undefined, "aria-describedby": said ? id : undefined };
  return (
    <div>
      <div className="flex items-center gap-2">
        <Input
          {...field}
          className="w-32"
          aria-label={t("hours.opens-at", { day, number })}
          value={span.opens}
          onChange={(event) => onChange({ opens: event.target.value })}
        />
        <span aria-hidden className="text-muted-foreground">
          –
        </span>
        <Input
          {...field}
          className="w-32"
          aria-label={t("hours.closes-at", { day, number })}
          value={shownClosing(span.closes)}
          onChange={(event) => onChange({ closes: closingOf(event.target.value) })}
        />
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={t("hours.remove-span", { day, number })}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      {said && (
        <p
          id={id}
          className={problem ? "mt-1 text-[0.8125rem] text-destructive" : "mt-1 text-[0.8125rem] text-muted-foreground"}
        >
          {said}
        </p>
      )}
    </div>
  );
}
