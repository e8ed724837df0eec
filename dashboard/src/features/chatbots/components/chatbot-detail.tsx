import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { chatbotQuery } from "@/api/chatbots/get-chatbot";
import { usePageTitle } from "@/hooks/use-page-title";
import { ActiveBadge } from "./chatbot-card";
import { ChatbotMenu } from "./chatbot-menu";
import { FlowActions } from "./flow-actions";
import { FlowTable } from "./flow-table";
import { SharedVariables } from "./shared-variables";

const ChatbotStats = lazy(async () => ({ default: (await import("./chatbot-stats")).ChatbotStats }));

/** One chatbot: its state, how it does, its flows and what they share. */
export function ChatbotDetail({ chatbotId }: { chatbotId: string }) {
  const { t } = useTranslation("chatbots");
  const chatbot = useQuery(chatbotQuery(chatbotId));
  usePageTitle(chatbot.data?.name ?? t("title"));
  if (chatbot.isPending) return <Waiting />;
  if (chatbot.isError) return <ErrorState error={chatbot.error} onRetry={() => void chatbot.refetch()} />;
  const { data } = chatbot;
  return (
    <div className="h-full overflow-auto">
      <PageHeader
        className="p-4 pb-0 md:px-6"
        title={data.name}
        description={data.description || undefined}
        back="/chatbots"
        actions={
          <>
            <ActiveBadge active={data.is_active} />
            <FlowActions chatbotId={data.id} />
            <ChatbotMenu chatbot={data} />
          </>
        }
      />
      <div className="space-y-6 p-4 md:px-6">
        <Suspense fallback={<Skeleton className="h-56 rounded-xl" />}>
          <ChatbotStats chatbot={data} />
        </Suspense>
        <section aria-labelledby="flows-title" className="space-y-3">
          <h2 id="flows-title" className="text-base font-semibold">
            {t("tabs.flows")}
          </h2>
          <FlowTable filters={{ chatbot_id: data.id }} mainFlowId={data.main_flow_id} />
        </section>
        <SharedVariables variables={data.variables} />
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className="space-y-4 p-6" aria-busy="true">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-56 rounded-xl" />
      <Skeleton className="h-40 rounded-xl" />
    </div>
  );
}
