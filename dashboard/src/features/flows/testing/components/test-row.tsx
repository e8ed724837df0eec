import { CircleCheck, CircleDashed, CircleX, Pencil, Play, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import type { Outcome } from "../utils/results";
import { stepsOf } from "../utils/script";
import { FailureText } from "./failure-text";
import { useStepText } from "./use-step-text";

type Props = { outcome: Outcome; mayEdit: boolean; onPlay: () => void; onEdit: () => void; onRemove: () => void };

/** A saved test: green, or red with what was expected and what happened. */
export function TestRow({ outcome, mayEdit, onPlay, onEdit, onRemove }: Props) {
  const { t } = useTranslation("flow-panels");
  const { name, result } = outcome;
  return (
    <li className="rounded-md border p-2.5">
      <div className="flex items-start gap-2">
        <Mark passed={result ? result.passed : null} />
        <span className="min-w-0 flex-1 pt-0.5 font-medium break-words">{name}</span>
        <span className="flex shrink-0">
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t("tests.play", { name })}
            title={t("tests.play_hint")}
            onClick={onPlay}
          >
            <Play aria-hidden />
          </Button>
          {mayEdit && (
            <>
              <Button variant="ghost" size="icon-sm" aria-label={t("tests.edit", { name })} onClick={onEdit}>
                <Pencil aria-hidden />
              </Button>
              <Button variant="ghost" size="icon-sm" aria-label={t("tests.remove_one", { name })} onClick={onRemove}>
                <Trash2 aria-hidden />
              </Button>
            </>
          )}
        </span>
      </div>
      {result && !result.passed && <Failures outcome={outcome} />}
    </li>
  );
}

function Mark({ passed }: { passed: boolean | null }) {
  const { t } = useTranslation("flow-panels");
  if (passed === null)
    return <CircleDashed className="mt-0.5 size-5 shrink-0 text-muted-foreground" aria-label={t("tests.not_run")} />;
  if (passed) return <CircleCheck className="mt-0.5 size-5 shrink-0 text-success" aria-label={t("tests.passed")} />;
  return <CircleX className="mt-0.5 size-5 shrink-0 text-destructive" aria-label={t("tests.failed")} />;
}

function Failures({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation("flow-panels");
  const textOf = useStepText();
  const steps = stepsOf(outcome.test);
  return (
    <ul className="mt-2 space-y-2 pl-7">
      {outcome.result?.failures.map((failure, at) => {
        const { step } = failure;
        const cause = steps.slice(0, step + 1).findLast((one) => !one.expect);
        return (
          <li key={at} className="rounded-md bg-destructive/10 px-2.5 py-1.5 text-xs">
            <p className="mb-1 text-muted-foreground">
              {cause
                ? t("tests.after", { number: step + 1, action: textOf(cause) })
                : t("tests.at", { number: step + 1 })}
            </p>
            <FailureText failure={failure} />
          </li>
        );
      })}
    </ul>
  );
}
