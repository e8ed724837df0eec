import { CircleCheck, TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { errorText } from "@/lib/error-text";
import { sideText } from "../../sessions/utils/side-text";
import { useCheckRegressions } from "../api/check-regressions";

const MAX = 200;

/** Tells the draft the last real conversations, and lists those that would go otherwise. */
export function RegressionView({ flowId }: { flowId: string }) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  const [last, setLast] = useState("50");
  const check = useCheckRegressions(flowId);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    check.mutate(Math.min(MAX, Math.max(1, Number(last) || 1)));
  };
  return (
    <div className="space-y-4">
      <p className="text-muted-foreground">{t("regression.text")}</p>
      <form onSubmit={submit} className="flex items-end gap-2">
        <div className="flex-1 space-y-1">
          <Label htmlFor={id}>{t("regression.last")}</Label>
          <Input
            id={id}
            type="number"
            min={1}
            max={MAX}
            value={last}
            onChange={(event) => setLast(event.target.value)}
          />
        </div>
        <Button type="submit" aria-disabled={check.isPending}>
          {t(check.isPending ? "regression.checking" : "regression.check")}
        </Button>
      </form>
      {check.isError && (
        <p role="alert" className="text-destructive">
          {errorText(check.error)}
        </p>
      )}
      {check.data && <Found flowId={flowId} found={check.data} />}
    </div>
  );
}

function Found({ flowId, found }: { flowId: string; found: Schema<"Regressions"> }) {
  const { t } = useTranslation("flow-panels");
  const sessions = found.sessions ?? [];
  if (found.version === null) return <p role="status">{t("regression.unpublished")}</p>;
  const counts = { count: found.compared ?? 0, same: found.same ?? 0, skipped: found.skipped ?? 0 };
  return (
    <div className="space-y-3">
      <p role="status" className="flex items-center gap-2 font-medium">
        {sessions.length ? (
          <TriangleAlert className="size-5 text-warning" aria-hidden />
        ) : (
          <CircleCheck className="size-5 text-success" aria-hidden />
        )}
        {t("regression.result", counts)}
      </p>
      <ul className="space-y-2">
        {sessions.map((session) => (
          <Changed key={session.session_id} flowId={flowId} session={session} />
        ))}
      </ul>
    </div>
  );
}

function Changed({ flowId, session }: { flowId: string; session: Schema<"ChangedSession"> }) {
  const { t } = useTranslation("flow-panels");
  const [first] = session.differences;
  const end = (ending: Schema<"Ending">) =>
    t("regression.end", { status: t(`status.${ending.status}`), node: ending.node ?? "–" });
  return (
    <li className="space-y-1 rounded-md border p-2.5">
      <div className="flex flex-wrap gap-1">
        {[...new Set(session.differences.map((one) => one.kind))].map((kind) => (
          <Badge key={kind} variant="warning">
            {t(`difference.${kind}`)}
          </Badge>
        ))}
      </div>
      {first && (
        <p className="text-xs">
          {t("regression.first", { node: first.node, real: sideText(first.real), draft: sideText(first.draft) })}
        </p>
      )}
      <p className="text-xs text-muted-foreground">
        {t("regression.ends", { real: end(session.real), draft: end(session.draft) })}
      </p>
      <Link
        className="text-primary underline underline-offset-2"
        to={`/flows/${flowId}/sessions/${session.session_id}?view=what-if`}
      >
        {t("regression.open")}
      </Link>
    </li>
  );
}
