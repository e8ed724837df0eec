import { CircleStop, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMay } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { Button } from "@/components/ui/button";
import { formatDateTime } from "@/lib/format";
import { CancelDialog } from "./cancel-dialog";
import { StatusBadge } from "./status-badge";

type Props = { flowId: string; session: Schema<"FlowSessionDetail"> };

/** Whose session it is and how it stands, and what can be done about it. */
export function SessionHead({ flowId, session }: Props) {
  const { t } = useTranslation("flow-panels");
  const [isCancelling, setCancelling] = useState(false);
  const [mayHandle, mayEdit] = [useMay("conversations:handle"), useMay("flows:edit")];
  const mayRead = useMay("conversations:read");
  const isOver = session.ended_at !== null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2">
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold">{session.contact_name ?? t("sessions.nameless")}</h2>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted-foreground">
          <StatusBadge status={session.status} />
          {session.outcome && <span className="font-mono">{session.outcome}</span>}
          <span>{t("versions.number", { number: session.flow_number })}</span>
          <span>{t(`causes.${session.cause}`)}</span>
          <time dateTime={session.started_at}>{formatDateTime(session.started_at)}</time>
        </p>
        <Waiting session={session} />
      </div>
      {mayRead && (
        <Button asChild variant="outline" size="sm">
          <Link to={`/inbox/${session.conversation_id}`}>
            <MessagesSquare aria-hidden /> {t("sessions.open_conversation")}
          </Link>
        </Button>
      )}
      {!isOver && (mayHandle || mayEdit) && (
        <Button variant="outline" size="sm" onClick={() => setCancelling(true)}>
          <CircleStop aria-hidden /> {t("cancel.open")}
        </Button>
      )}
      <CancelDialog open={isCancelling} onOpenChange={setCancelling} flowId={flowId} sessionId={session.id} />
    </div>
  );
}

/** What it still waits for. */
function Waiting({ session }: { session: Schema<"FlowSessionDetail"> }) {
  const { t } = useTranslation("flow-panels");
  const due = session.timers.flatMap((timer) => timer.due_at ?? []).sort()[0];
  if (session.ended_at !== null || (!due && session.waiting_replies === 0)) return null;
  return (
    <p className="text-xs text-muted-foreground">
      {due && t("sessions.timer", { at: formatDateTime(due) })}{" "}
      {session.waiting_replies > 0 && t("sessions.kept", { count: session.waiting_replies })}
    </p>
  );
}
