import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { flowQuery } from "@/api/flows/get-flow";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/hooks/use-page-title";
import { cn } from "@/lib/utils";
import { SessionList } from "./session-list";

const SessionDebugger = lazy(async () => ({ default: (await import("./session-debugger")).SessionDebugger }));

type Props = { flowId: string; sessionId: string | null };

/** Who went through a flow, and one of them step by step. */
export function SessionsScreen({ flowId, sessionId }: Props) {
  const { t } = useTranslation("flow-panels");
  const flow = useQuery(flowQuery(flowId));
  usePageTitle(t("sessions.title", { flow: flow.data?.name ?? "…" }));
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader
        className="border-b px-4 py-3"
        title={t("sessions.title", { flow: flow.data?.name ?? "…" })}
        back={sessionId ? `/flows/${flowId}/sessions` : `/flows/${flowId}`}
      />
      <div className="flex min-h-0 flex-1">
        <aside
          aria-label={t("sessions.list")}
          className={cn("min-h-0 w-full shrink-0 overflow-y-auto lg:w-80 lg:border-r", sessionId && "hidden lg:block")}
        >
          <SessionList flowId={flowId} document={flow.data?.document} sessionId={sessionId} />
        </aside>
        <section
          aria-label={t("sessions.debugger")}
          className={cn("min-h-0 min-w-0 flex-1", !sessionId && "hidden lg:block")}
        >
          {sessionId ? (
            <Suspense fallback={<Skeleton className="m-4 h-96" />}>
              <SessionDebugger key={sessionId} flowId={flowId} sessionId={sessionId} />
            </Suspense>
          ) : (
            <EmptyState
              icon={Activity}
              title={t("sessions.choose")}
              description={t("sessions.choose_hint")}
              className="h-full"
            />
          )}
        </section>
      </div>
    </div>
  );
}
