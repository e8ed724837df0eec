import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contentOf, fileOf } from "@/components/message/content";
import { FileView } from "@/components/message/file-view";
import { Loaded } from "@/components/loaded";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { filesQuery } from "../../api/list-files";

/** The files of the conversation, the newest first. */
export function FilesSection({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("inbox");
  const query = useInfiniteQuery(filesQuery(conversationId));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const files = pages
          .flatMap((page) => page.items)
          .flatMap((message) => {
            const file = fileOf(contentOf(message.content));
            return file ? [{ message, file }] : [];
          });
        if (files.length === 0) return <p className="text-sm text-muted-foreground">{t("panel.noFiles")}</p>;
        return (
          <>
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
            {query.hasNextPage && (
              <Button
                variant="ghost"
                size="sm"
                className="mt-2 w-full"
                aria-disabled={query.isFetchingNextPage}
                onClick={() => !query.isFetchingNextPage && void query.fetchNextPage()}
              >
                {t(query.isFetchingNextPage ? "common:loading" : "panel.moreFiles")}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
