import { useQuery } from "@tanstack/react-query";
import { Bot } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { dayOf, formatNumber } from "@/lib/format";
import { chatbotStatsQuery } from "../api/get-chatbot-stats";
import { sessionsToday } from "../utils/days-of-sessions";
import { ChatbotMenu } from "./chatbot-menu";

/** A chatbot at a glance: whether it works, what it has, and how busy it is today. */
export function ChatbotCard({ chatbot }: { chatbot: Schema<"ChatbotRow"> }) {
  const { t } = useTranslation("chatbots");
  return (
    <Card className="relative h-full gap-0 p-4 transition-colors focus-within:ring-2 focus-within:ring-ring/60 hover:bg-accent/40">
      <div className="flex items-start gap-3">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-lg bg-primary/10 text-primary">
          <Bot className="size-5" aria-hidden />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-base font-semibold">
            <Link to={`/chatbots/${chatbot.id}`} className="outline-none after:absolute after:inset-0">
              {chatbot.name}
            </Link>
          </h2>
          <p className="line-clamp-2 text-muted-foreground">
            {chatbot.description ||
              (chatbot.main_flow_name ? t("main_is", { flow: chatbot.main_flow_name }) : t("no_main"))}
          </p>
        </div>
        <div className="relative z-10">
          <ChatbotMenu chatbot={chatbot} />
        </div>
      </div>
      <Numbers chatbot={chatbot} />
      <div className="mt-3">
        <ActiveBadge active={chatbot.is_active} />
      </div>
    </Card>
  );
}

/** Whether a chatbot starts flows. */
export function ActiveBadge({ active }: { active: boolean }) {
  const { t } = useTranslation("chatbots");
  return <Badge variant={active ? "success" : "secondary"}>{t(active ? "active" : "inactive")}</Badge>;
}

function Numbers({ chatbot }: { chatbot: Schema<"ChatbotRow"> }) {
  const { t } = useTranslation("chatbots");
  const stats = useQuery(chatbotStatsQuery(chatbot.id));
  const today = stats.data ? formatNumber(sessionsToday(stats.data, dayOf(new Date().toISOString()))) : "–";
  const numbers = [
    [t("numbers.flows"), t("numbers.published_of", { published: chatbot.published_flows, count: chatbot.flows })],
    [t("numbers.phones"), formatNumber(chatbot.numbers)],
    [t("numbers.today"), today],
  ] as const;
  return (
    <dl className="mt-4 grid grid-cols-3 gap-2">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-muted-foreground">{name}</dt>
          <dd className="font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
