import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { contactConversationsQuery } from "@/api/contacts/list-contact-conversations";
import { LoadMore } from "@/components/load-more";
import { Loaded } from "@/components/loaded";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import type { Conversation } from "../../utils/patch-conversation";

/** The contact's other conversations, the newest first. */
export function ConversationsSection({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const query = useInfiniteQuery(contactConversationsQuery(conversation.contact_id));
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const others = pages.flatMap(({ items }) => items).filter(({ id }) => id !== conversation.id);
          if (others.length === 0) return <p className="text-sm text-muted-foreground">{t("panel.noConversations")}</p>;
          return (
            <ul className="-mx-2 grid">
              {others.map((row) => (
                <li key={row.id}>
                  <Link
                    to={`/inbox/${row.id}`}
                    className="block rounded-md px-2 py-1.5 outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60"
                  >
                    <span className="flex items-center gap-2">
                      <Badge variant="outline">{t(`handling.status.${row.status}`)}</Badge>
                      <span className="ml-auto text-xs text-muted-foreground">
                        <RelativeTime at={row.last_message_at ?? row.created_at} />
                      </span>
                    </span>
                    <span className="mt-0.5 block truncate text-xs text-muted-foreground">
                      {row.resolution ?? row.last_message_preview}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore query={query} />
    </>
  );
}
