import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquareIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { contactConversationsQuery } from "@/api/contacts/list-contact-conversations";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";

const LOOKS = { active: "info", waiting: "warning", resolved: "success", archived: "secondary" } as const;

/** A contact's conversations, those with the newest messages first, each leading into the inbox. */
export function ContactConversations({ contactId }: { contactId: string }) {
  const { t } = useTranslation("contacts");
  const query = useInfiniteQuery(contactConversationsQuery(contactId));
  if (query.isPending) return <Skeleton className="h-40 w-full" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  if (!rows.length) return <EmptyState icon={MessageSquareIcon} title={t("conversations.none")} />;
  return (
    <>
      <ul className="divide-y rounded-lg border bg-card">
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              to={`/inbox/${row.id}`}
              className="flex items-center gap-3 px-4 py-3 outline-none hover:bg-muted/60 focus-visible:ring-[3px] focus-visible:ring-ring/60 focus-visible:ring-inset"
            >
              <Badge variant={LOOKS[row.status]}>{t(`conversations.status.${row.status}`)}</Badge>
              <span className="min-w-0 flex-1 truncate">{row.last_message_preview || t("conversations.empty")}</span>
              {row.last_message_at && (
                <RelativeTime at={row.last_message_at} className="shrink-0 text-xs text-muted-foreground" />
              )}
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </>
  );
}
