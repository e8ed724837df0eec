import { useQuery } from "@tanstack/react-query";
import { FlaskConical, ListChecks } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useMay } from "@/api/me/get-me";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { errorText } from "@/lib/error-text";
import { flowTestsQuery } from "../api/get-flow-tests";
import { useRunFlowTests } from "../api/run-flow-tests";
import { useSetFlowTests } from "../api/set-flow-tests";
import { type Outcome, outcomesOf, redOf, without } from "../utils/results";
import type { Script } from "../utils/script";
import { TestEditor } from "./test-editor";
import { TestRow } from "./test-row";

type Props = { flowId: string; onPlay: (test: Script) => void };

/** The tests beside the flow: all are run at once, and each says red or green, and why. */
export function SavedTests({ flowId, onPlay }: Props) {
  const { t } = useTranslation("flow-panels");
  const saved = useQuery(flowTestsQuery(flowId));
  const run = useRunFlowTests(flowId);
  const set = useSetFlowTests(flowId);
  const mayEdit = useMay("flows:edit");
  const [edited, setEdited] = useState<Outcome | null>(null);
  const [removed, setRemoved] = useState<Outcome | null>(null);
  if (saved.isPending) return <Skeleton className="h-40" />;
  if (saved.isError) return <ErrorState error={saved.error} onRetry={() => void saved.refetch()} />;
  const outcomes = outcomesOf(saved.data.tests, run.data);
  if (outcomes.length === 0)
    return <EmptyState icon={FlaskConical} title={t("tests.none")} description={t("tests.none_hint")} />;
  const remove = () =>
    removed &&
    set.mutate((tests) => without(tests, removed.name), {
      onSuccess: () => setRemoved(null),
      onError: (error) => toast.error(errorText(error)),
    });
  const closeEditor = () => {
    setEdited(null);
    run.reset();
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Summary outcomes={outcomes} isRun={run.isSuccess} />
        <Button size="sm" aria-disabled={run.isPending} onClick={() => !run.isPending && run.mutate()}>
          <ListChecks aria-hidden /> {t(run.isPending ? "tests.running" : "tests.run")}
        </Button>
      </div>
      {run.isError && (
        <p role="alert" className="text-destructive">
          {errorText(run.error)}
        </p>
      )}
      <ul className="space-y-2">
        {outcomes.map((outcome) => (
          <TestRow
            key={outcome.name}
            outcome={outcome}
            mayEdit={mayEdit}
            onPlay={() => onPlay(outcome.test)}
            onEdit={() => setEdited(outcome)}
            onRemove={() => setRemoved(outcome)}
          />
        ))}
      </ul>
      {edited && <TestEditor flowId={flowId} outcome={edited} onClose={closeEditor} />}
      <ConfirmDialog
        open={removed !== null}
        onOpenChange={(open) => !open && setRemoved(null)}
        title={t("tests.remove_title", { name: removed?.name ?? "" })}
        description={t("tests.remove_text")}
        confirmLabel={t("tests.remove")}
        destructive
        pending={set.isPending}
        onConfirm={remove}
      />
    </div>
  );
}

function Summary({ outcomes, isRun }: { outcomes: readonly Outcome[]; isRun: boolean }) {
  const { t } = useTranslation("flow-panels");
  const red = redOf(outcomes);
  if (!isRun) return <p className="text-muted-foreground">{t("tests.count", { count: outcomes.length })}</p>;
  return (
    <p role="status" className={red ? "font-medium text-destructive" : "font-medium text-success"}>
      {red ? t("tests.red", { count: red }) : t("tests.green")}
    </p>
  );
}
