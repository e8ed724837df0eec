import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { FlowPicture } from "../../picture/flow-picture";
import { pathMarks } from "../../picture/marks";
import { pathOf } from "../../testing/utils/path";
import { VariableTable } from "../../testing/components/variable-table";
import { type FlowDocument, readDocument } from "../../utils/document";
import { flowVersionQuery } from "../../versions/api/get-flow-version";
import { flowSessionQuery } from "../api/get-flow-session";
import { variablesAt } from "../utils/variables-at";
import { Calls } from "./calls";
import { Conversation } from "./conversation";
import { SessionHead } from "./session-head";
import { StepControls } from "./step-controls";
import { Timeline } from "./timeline";
import { useStepping } from "./use-stepping";
import { WhatIf } from "./what-if";

const VIEWS = ["steps", "conversation", "variables", "calls", "what-if"] as const;

/** A real session, step by step, on the version that it ran on. */
export function SessionDebugger({ flowId, sessionId }: { flowId: string; sessionId: string }) {
  const session = useQuery(flowSessionQuery(sessionId));
  const number = session.data?.flow_number ?? 0;
  const version = useQuery({ ...flowVersionQuery(flowId, number), enabled: number > 0 });
  const document = useMemo(() => readDocument(version.data?.document), [version.data]);
  const error = session.error ?? version.error;
  if (error)
    return <ErrorState error={error} onRetry={() => void Promise.all([session.refetch(), version.refetch()])} />;
  if (!session.data || !version.data) return <Skeleton className="m-4 h-96" />;
  return <Debugger flowId={flowId} session={session.data} document={document} />;
}

type Props = { flowId: string; session: Schema<"FlowSessionDetail">; document: FlowDocument };

function Debugger({ flowId, session, document }: Props) {
  const { t } = useTranslation("flow-panels");
  const { steps } = session;
  const { at, move } = useStepping(steps.length);
  const marks = useMemo(() => pathMarks(pathOf(steps.slice(0, at.index + 1))), [steps, at.index]);
  const current = steps[at.index];
  const goToNode = (id: string) => {
    const to = steps.findIndex((one) => one.node === id && !one.version_id);
    if (to >= 0) move({ to });
  };
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto xl:overflow-hidden">
      <SessionHead flowId={flowId} session={session} />
      <div className="flex min-h-0 flex-1 flex-col xl:flex-row">
        <div className="flex min-h-96 min-w-0 flex-1 flex-col">
          <div className="min-h-0 flex-1">
            <FlowPicture
              document={document}
              marks={marks}
              focus={current && !current.version_id ? [current.node] : []}
              label={t("sessions.picture")}
              onNodeClick={goToNode}
            />
          </div>
          <StepControls at={at} count={steps.length} onMove={move} />
        </div>
        <Views flowId={flowId} session={session} document={document} index={at.index} onGo={(to) => move({ to })} />
      </div>
    </div>
  );
}

function Views({ flowId, session, document, index, onGo }: Props & { index: number; onGo: (to: number) => void }) {
  const { t } = useTranslation("flow-panels");
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((one) => one === search.get("view")) ?? "steps";
  const show = (name: string) =>
    setSearch(
      (now) => {
        now.set("view", name);
        return now;
      },
      { replace: true },
    );
  return (
    <Tabs
      value={view}
      onValueChange={show}
      className="min-h-96 border-t p-3 xl:min-h-0 xl:w-96 xl:border-t-0 xl:border-l"
    >
      <TabsList className="w-full shrink-0" aria-label={t("sessions.views")}>
        {VIEWS.map((one) => (
          <TabsTrigger key={one} value={one} className="px-1.5 text-xs">
            {t(`sessions.view.${one}`)}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value={view} key={view} className="min-h-0 overflow-y-auto">
        {view === "steps" && <Timeline session={session} document={document} index={index} onGo={onGo} />}
        {view === "conversation" && <Conversation flowId={flowId} session={session} index={index} />}
        {view === "variables" && <VariableTable {...variablesAt(session, document, index)} />}
        {view === "calls" && <Calls session={session} />}
        {view === "what-if" && <WhatIf flowId={flowId} sessionId={session.id} />}
      </TabsContent>
    </Tabs>
  );
}
