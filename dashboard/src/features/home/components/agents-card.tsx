import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { agentsQuery, type Agent } from "@/api/users/list-agents";
import { Loaded } from "@/components/loaded";
import { UserAvatar } from "@/components/user-avatar";
import { formatNumber } from "@/lib/format";
import { cn } from "@/lib/utils";
import { HomeCard } from "./home-card";

/** Who is there, and how much each has in hand. */
export function AgentsCard() {
  const { t } = useTranslation("home");
  const agents = useQuery(agentsQuery);
  return (
    <HomeCard title={t("agents.title")}>
      <Loaded query={agents}>
        {(items) => {
          const present = items.filter((one) => one.status !== "offline");
          if (present.length === 0) return <p className="text-sm text-muted-foreground">{t("agents.none")}</p>;
          return (
            <ul className="grid gap-3">
              {present.map((agent) => (
                <AgentItem key={agent.id} agent={agent} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </HomeCard>
  );
}

function AgentItem({ agent }: { agent: Agent }) {
  const { t } = useTranslation(["home", "common"]);
  const { open_conversations: open, capacity, name, status } = agent;
  const share = capacity > 0 ? Math.min(1, open / capacity) : 1;
  const said = t("agents.load", { open: formatNumber(open), capacity: formatNumber(capacity) });
  return (
    <li className="flex items-center gap-2.5">
      <UserAvatar name={name} userId={agent.id} status={status} size="sm" />
      <div className="min-w-0 flex-1">
        <div className="flex justify-between gap-2 text-sm">
          <span className="truncate">{name}</span>
          <span className="text-xs text-muted-foreground tabular-nums">{`${formatNumber(open)} / ${formatNumber(capacity)}`}</span>
        </div>
        <div
          role="meter"
          aria-label={t("agents.load-of", { name })}
          aria-valuemin={0}
          aria-valuemax={Math.max(capacity, open, 1)}
          aria-valuenow={open}
          aria-valuetext={said}
          className="mt-1 h-1.5 overflow-hidden rounded-full bg-muted"
        >
          <div
            className={cn("h-full rounded-full", share >= 1 ? "bg-warning" : "bg-primary")}
            style={{ width: `${share * 100}%` }}
          />
        </div>
      </div>
    </li>
  );
}
