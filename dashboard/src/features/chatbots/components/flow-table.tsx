import { useInfiniteQuery } from "@tanstack/react-query";
import { Workflow } from "lucide-react";
import { useTranslation } from "react-i18next";
import { flowsQuery, type FlowFilters } from "@/api/flows/list-flows";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { Skeleton } from "@/components/ui/skeleton";
import { FlowRow } from "./flow-row";

type Props = { filters: FlowFilters; mainFlowId?: string | null };

/** Flows with their state, what starts them and when they changed; of all chatbots, or of one. */
export function FlowTable({ filters, mainFlowId }: Props) {
  const { t } = useTranslation("chatbots");
  const flows = useInfiniteQuery(flowsQuery(filters));
  if (flows.isPending) return <Skeleton className="h-40 rounded-xl" />;
  if (flows.isError) return <ErrorState error={flows.error} onRetry={() => void flows.refetch()} />;
  const rows = flows.data.pages.flatMap((page) => page.items);
  if (rows.length === 0)
    return (
      <EmptyState
        icon={Workflow}
        title={t(filters.q ? "flow.none_found" : "flow.none")}
        description={t(filters.q ? "none_found_hint" : "flow.none_hint")}
      />
    );
  return (
    <>
      <ul className="divide-y rounded-lg border bg-card">
        {rows.map((flow) => (
          <FlowRow key={flow.id} flow={flow} isMain={flow.id === mainFlowId} showsChatbot={!filters.chatbot_id} />
        ))}
      </ul>
      <LoadMore query={flows} />
    </>
  );
}
