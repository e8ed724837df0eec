import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { messagesQuery } from "@/api/messages/list-messages";
import { contentOf, fileOf } from "@/components/message/content";
import { FileView } from "@/components/message/file-view";
import { RelativeTime } from "@/components/relative-time";

const MOST = 12;

/** The files among the messages that are loaded in the thread, the newest first. */
export function FilesSection({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("inbox");
  const { data } = useInfiniteQuery(messagesQuery(conversationId));
  const files = (data?.pages ?? [])
    .flatMap((page) => page.items)
    .flatMap((message) => {
      const file = message.revoked_at ? null : fileOf(contentOf(message.content));
      return file?.media_id ? [{ message, file }] : [];
    })
    .slice(0, MOST);
  if (files.length === 0) return <p className="text-sm text-muted-foreground">{t("panel.noFiles")}</p>;
  return (
    <ul className="grid gap-3">
      {files.map(({ message, file }) => (
        <li key={message.id} className="min-w-0">
          <FileView file={file} shown={message.media} />
          <p className="mt-0.5 text-xs text-muted-foreground">
            <RelativeTime at={message.created_at} />
          </p>
        </li>
      ))}
    </ul>
  );
}
