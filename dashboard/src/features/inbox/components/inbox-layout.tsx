import { useQuery } from "@tanstack/react-query";
import { Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { toast } from "sonner";
import { conversationQuery } from "@/api/conversations/get-conversation";
import { usePageTitle } from "@/hooks/use-page-title";
import { useMediaQuery } from "@/hooks/use-media-query";
import { formatPhone } from "@/lib/format";
import { cn } from "@/lib/utils";
import { useInboxEvents } from "../hooks/use-inbox-events";
import { useListKeys } from "../hooks/use-list-keys";
import { useOpenConversation } from "../hooks/use-open-conversation";
import { useSelection } from "../stores/selection";
import { countFilters, filtersOf, queryOf } from "../utils/filters";
import { BulkBar } from "./actions/bulk-bar-later";
import { ConversationPane } from "./conversation-pane-later";
import { ConversationList } from "./list/conversation-list";
import { ListHeader } from "./list/list-header";
import { ViewsNav } from "./list/views-nav";
import { NothingOpen } from "./nothing-open";
import { ThreadSkeleton } from "./thread/thread-skeleton";

/** So wide that the views fit beside all the rest with their names. */
const ROOMY = "(min-width: 100rem)";

/** The contact of the open conversation, or the inbox. */
function useScreenName(conversationId: string | undefined): string {
  const { t } = useTranslation("inbox");
  const { data } = useQuery({ ...conversationQuery(conversationId ?? ""), enabled: false });
  if (!conversationId || !data) return t("layout.title");
  return data.contact_name ?? (data.contact_phone ? formatPhone(data.contact_phone) : t("list.unnamed"));
}

/** The inbox: views, the list of one of them, and the open conversation. On a phone one of them at a time. */
export function InboxLayout() {
  const { t } = useTranslation("inbox");
  const { conversationId } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const search = params.toString();
  const filters = useMemo(() => queryOf(new URLSearchParams(search)), [search]);
  const ids = useSelection((state) => state.ids);
  const ticked = useMemo(() => [...ids], [ids]);
  const clear = useSelection((state) => state.clear);
  const isNarrow = !useMediaQuery(ROOMY);
  const toList = () => void navigate({ pathname: "/inbox", search });

  usePageTitle(useScreenName(conversationId));
  useOpenConversation(conversationId);
  useListKeys(conversationId);
  useInboxEvents((gone) => {
    if (gone !== conversationId) return;
    toast.info(t("layout.gone"));
    toList();
  });

  return (
    <div className="flex h-full min-h-0">
      <aside
        className={cn(
          "hidden shrink-0 flex-col border-r bg-sidebar text-sidebar-foreground xl:flex",
          isNarrow ? "w-14" : "w-44",
        )}
        aria-label={t("views.title")}
      >
        <ViewsNav isNarrow={isNarrow} />
      </aside>
      <section
        aria-label={t("list.label")}
        className={cn(
          "min-h-0 w-full flex-col border-r bg-background lg:flex lg:w-72 lg:shrink-0 2xl:w-80",
          conversationId ? "hidden" : "flex",
        )}
      >
        <ListHeader />
        <ConversationList
          filters={filters}
          search={search}
          openId={conversationId}
          isFiltered={countFilters(params) > 0 || filtersOf(params).q !== undefined}
        />
        <Suspense>{ticked.length > 0 && <BulkBar ids={ticked} onDone={clear} />}</Suspense>
      </section>
      <div className={cn("min-h-0 min-w-0 flex-1 lg:flex", conversationId ? "flex" : "hidden")}>
        {conversationId ? (
          <Suspense fallback={<ThreadSkeleton />}>
            <ConversationPane key={conversationId} conversationId={conversationId} onBack={toList} />
          </Suspense>
        ) : (
          <NothingOpen />
        )}
      </div>
    </div>
  );
}
