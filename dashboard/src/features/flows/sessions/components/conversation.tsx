import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { MessageBubble } from "@/components/message/message-bubble";
import { Skeleton } from "@/components/ui/skeleton";
import { retoldSessionQuery } from "../api/retell-flow-session";
import { linesAt } from "../utils/lines-at";

type Props = { flowId: string; session: Schema<"FlowSessionDetail">; index: number };

/** What had been said by the step that one looks at. */
export function Conversation({ flowId, session, index }: Props) {
  const { t } = useTranslation("flow-panels");
  const retold = useQuery(retoldSessionQuery(flowId, session.id));
  const transcript = retold.data?.comparison.real.transcript;
  const lines = useMemo(() => linesAt(session.steps, transcript ?? [], index), [session.steps, transcript, index]);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [lines.length]);
  if (retold.isPending) return <Skeleton className="h-40" />;
  if (retold.isError) return <ErrorState error={retold.error} onRetry={() => void retold.refetch()} />;
  return (
    <div role="log" aria-label={t("test.conversation")} className="min-h-full space-y-2 rounded-lg bg-thread p-3">
      {lines.length === 0 && <p className="text-center text-muted-foreground">{t("sessions.nothing_said")}</p>}
      <Bubbles lines={lines} />
      <div ref={end} />
    </div>
  );
}

/** Lines of a transcript as messages. */
export function Bubbles({ lines }: { lines: readonly Schema<"Line">[] }) {
  return lines.map((line, at) => (
    <MessageBubble
      key={at}
      perspective="contact"
      message={{
        id: String(at),
        direction: line.by === "bot" ? "outbound" : "inbound",
        content: line.content,
        created_at: line.at,
      }}
    />
  ));
}
