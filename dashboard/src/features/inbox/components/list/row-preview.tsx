import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ConversationRow } from "@/api/conversations/list-conversations";
import { latestMessageQuery } from "@/api/messages/get-latest-message";
import { contentOf } from "@/components/message/content";
import { plainText } from "@/components/message/format-text";
import { KindIcon } from "@/components/message/kind-icon";
import { previewOf } from "@/components/message/preview";

/** The last message in a line; of one without words, what it is. */
export function RowPreview({ row }: { row: ConversationRow }) {
  const { t } = useTranslation("inbox");
  if (row.last_message_preview) return <>{plainText(row.last_message_preview)}</>;
  if (row.last_message_at === null) return <>{t("list.noMessages")}</>;
  return <Kind conversationId={row.id} at={row.last_message_at} />;
}

function Kind({ conversationId, at }: { conversationId: string; at: string }) {
  const { t } = useTranslation("message");
  const { data } = useQuery(latestMessageQuery(conversationId, at));
  if (!data) return null;
  const content = contentOf(data.content);
  return (
    <>
      <KindIcon type={content.type} className="mr-1 inline size-3.5 align-[-0.15em]" />
      {data.revoked_at ? t("revoked") : previewOf(content, t)}
    </>
  );
}
