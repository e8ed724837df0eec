import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { flowQuery } from "@/api/flows/get-flow";
import type { Schema } from "@/api/types";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { readTrigger } from "../utils/read-trigger";
import { FlowMenu } from "./flow-menu";

type Props = { flow: Schema<"FlowRow">; isMain: boolean; showsChatbot: boolean };

/** A flow in a list. */
export const FlowRow = memo(function FlowRow({ flow, isMain, showsChatbot }: Props) {
  const { t } = useTranslation("chatbots");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-accent/40">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-2">
          <Link to={`/flows/${flow.id}`} className="truncate font-medium hover:underline">
            {flow.name}
          </Link>
          {isMain && <Badge variant="info">{t("flow.main")}</Badge>}
        </div>
        <TriggerLine flowId={flow.id} />
      </div>
      {showsChatbot && (
        <div className="w-40 truncate text-muted-foreground">
          {flow.chatbot_id ? (
            <Link className="hover:underline" to={`/chatbots/${flow.chatbot_id}`}>
              {flow.chatbot_name}
            </Link>
          ) : (
            t("flow.no_chatbot")
          )}
        </div>
      )}
      <FlowState flow={flow} />
      <div className="text-xs text-muted-foreground sm:w-28 sm:text-right">
        <RelativeTime at={flow.updated_at} />
      </div>
      <FlowMenu flow={flow} />
    </li>
  );
});

function FlowState({ flow }: { flow: Schema<"FlowRow"> }) {
  const { t } = useTranslation("chatbots");
  if (!flow.published_version_id) return <Badge variant="secondary">{t("flow.draft")}</Badge>;
  return <Badge variant="success">{t("flow.published", { number: flow.published_number })}</Badge>;
}

/** What starts the flow; it stands in the document, which is asked for once. */
function TriggerLine({ flowId }: { flowId: string }) {
  const { t } = useTranslation("chatbots");
  const flow = useQuery({ ...flowQuery(flowId), staleTime: 60_000 });
  if (!flow.data) return <p className="h-5" />;
  const { kind, words } = readTrigger(flow.data.document);
  const name = t(`triggers.${kind}`, { defaultValue: kind });
  return (
    <p className="truncate text-muted-foreground">
      {words.length ? t("triggers.with", { name, words: words.join(", ") }) : name}
    </p>
  );
}
