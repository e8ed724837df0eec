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
  const { last_message_preview: words, last_message_at: at, last_message_type: type } = row;
  if (at === null) return <>{t("list.noMessages")}</>;
  if (type) return <Line type={type} words={words} />;
  // Written before rows knew of which kind their last message is.
  return words ? <>{plainText(words)}</> : <Asked conversationId={row.id} at={at} />;
}

function Line({ type, words }: { type: string; words: string }) {
  const { t } = useTranslation("message");
  const kind = type === "revoke" ? t("revoked") : t(`kind.${type}`, { defaultValue: t("kind.unsupported") });
  return (
    <>
      <KindIcon type={type} className="mr-1 inline size-3.5 align-[-0.15em]" />
      {words ? plainText(words) : kind}
    </>
  );
}

function Asked({ conversationId, at }: { conversationId: string; at: string }) {
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
