import { useQuery } from "@tanstack/react-query";
import { Bot } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { chatbotsQuery } from "@/api/chatbots/list-chatbots";
import { useMay } from "@/api/me/get-me";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { SearchInput } from "@/components/search-input";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { usePageTitle } from "@/hooks/use-page-title";
import { ChatbotCard } from "./chatbot-card";
import { FlowTable } from "./flow-table";
import { NewActions } from "./new-actions";

/** All chatbots and, beside them, all flows. */
export function ChatbotList() {
  const { t } = useTranslation("chatbots");
  usePageTitle(t("title"));
  const [search, setSearch] = useSearchParams();
  const [tab, q] = [search.get("tab") ?? "chatbots", search.get("q") ?? ""];
  const change = (key: string, value: string) =>
    setSearch(
      (now) => {
        if (value) now.set(key, value);
        else now.delete(key);
        return now;
      },
      { replace: true },
    );
  return (
    <div className="flex h-full flex-col overflow-auto">
      <PageHeader
        className="p-4 pb-0 md:px-6"
        title={t("title")}
        description={t("description")}
        actions={<NewActions />}
      />
      <Tabs value={tab} onValueChange={(value) => change("tab", value)} className="flex-1 gap-4 p-4 md:px-6">
        <div className="flex flex-wrap items-center gap-3">
          <TabsList>
            <TabsTrigger value="chatbots">{t("tabs.chatbots")}</TabsTrigger>
            <TabsTrigger value="flows">{t("tabs.flows")}</TabsTrigger>
          </TabsList>
          <div className="w-full sm:w-72">
            <SearchInput
              value={q}
              onChange={(value) => change("q", value)}
              placeholder={t("search")}
              label={t("search")}
            />
          </div>
        </div>
        <TabsContent value="chatbots">
          <Cards q={q} />
        </TabsContent>
        <TabsContent value="flows">
          <FlowTable filters={{ q }} />
        </TabsContent>
      </Tabs>
    </div>
  );
}

function Cards({ q }: { q: string }) {
  const { t } = useTranslation("chatbots");
  const chatbots = useQuery(chatbotsQuery(q));
  const mayEdit = useMay("flows:edit");
  if (chatbots.isPending) return <Waiting />;
  if (chatbots.isError) return <ErrorState error={chatbots.error} onRetry={() => void chatbots.refetch()} />;
  if (chatbots.data.items.length === 0)
    return (
      <EmptyState
        icon={Bot}
        title={t(q ? "none_found" : "none")}
        description={t(q ? "none_found_hint" : "none_hint")}
        action={q || !mayEdit ? undefined : <NewActions />}
      />
    );
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {chatbots.data.items.map((chatbot) => (
        <li key={chatbot.id}>
          <ChatbotCard chatbot={chatbot} />
        </li>
      ))}
    </ul>
  );
}

function Waiting() {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3" aria-busy="true">
      {[1, 2, 3].map((one) => (
        <Skeleton key={one} className="h-44 rounded-xl" />
      ))}
    </div>
  );
}
