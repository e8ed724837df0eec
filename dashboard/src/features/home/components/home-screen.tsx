import { useTranslation } from "react-i18next";
import { useMay, useMe } from "@/api/me/get-me";
import { useNow } from "@/hooks/use-now";
import { usePageTitle } from "@/hooks/use-page-title";
import { formatDateTime } from "@/lib/format";
import { useHomeNews } from "../hooks/use-home-news";
import { greetingOf } from "../utils/greeting";
import { AgentsCard } from "./agents-card";
import { AtRiskCard } from "./at-risk-card";
import { BotsCard } from "./bots-card";
import { CsatCard } from "./csat-card";
import { FiguresRow } from "./figures-row";
import { FirstSteps } from "./first-steps";
import { OwnStatsCard } from "./own-stats-card";
import { QueuesCard } from "./queues-card";
import { UsageCard } from "./usage-card";
import { WaitingCard } from "./waiting-card";

/** What there is to do and how things are, as far as the person may see it. */
export function HomeScreen() {
  const { t } = useTranslation("home");
  const me = useMe();
  const now = useNow();
  const may = {
    conversations: useMay("conversations:read"),
    handle: useMay("conversations:handle"),
    users: useMay("users:read"),
    flows: useMay("flows:read"),
    settings: useMay("settings:manage"),
    tenant: useMay("tenant:read"),
  };
  usePageTitle(t("title"));
  useHomeNews();
  const at = new Date(now).toISOString();
  const [firstName = me.name] = me.name.split(" ");
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6">
        <header className="mb-5">
          <h1 className="text-xl font-semibold">{t(`greeting.${greetingOf(at)}`, { name: firstName })}</h1>
          <p className="text-sm text-muted-foreground first-letter:uppercase">
            {formatDateTime(at, { weekday: "long", day: "numeric", month: "long" })}
          </p>
        </header>
        <FirstSteps />
        {may.conversations && <FiguresRow />}
        <div className="mt-4 grid gap-4 lg:grid-cols-3">
          <div className="grid min-w-0 content-start gap-4 lg:col-span-2">
            {may.conversations && <AtRiskCard />}
            {may.conversations && <WaitingCard />}
            {may.flows && <BotsCard />}
          </div>
          <div className="grid min-w-0 content-start gap-4">
            {may.users && may.handle && <OwnStatsCard />}
            {may.users && <AgentsCard />}
            {may.handle && <QueuesCard />}
            {may.tenant && <UsageCard />}
            {may.settings && <CsatCard />}
          </div>
        </div>
      </div>
    </div>
  );
}
