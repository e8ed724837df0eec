import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/hooks/use-now";
import { formatRelative } from "@/lib/format";
import { promisedQuery } from "../api/list-promised";
import { atRisk } from "../utils/promises";
import { HomeCard } from "./home-card";

const SHOWN = 6;

/** Promises that are broken or about to be; nothing where all are kept. */
export function AtRiskCard() {
  const { t } = useTranslation("home");
  const now = useNow();
  const found = atRisk(useQuery(promisedQuery).data ?? [], now);
  if (found.length === 0) return null;
  return (
    <HomeCard title={t("risk.title")} className="border-warning/50">
      <ul className="divide-y">
        {found.slice(0, SHOWN).map((one) => (
          <li
            key={`${one.conversationId}${one.kind}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm"
          >
            <Link
              to={`/inbox/${one.conversationId}`}
              className="min-w-0 flex-1 basis-40 truncate font-medium underline-offset-4 hover:underline"
            >
              {one.name ?? t("waiting.nobody")}
            </Link>
            <span className="text-xs text-muted-foreground">
              {t(`risk.kinds.${one.kind}`, { defaultValue: one.kind })}
            </span>
            <Badge variant={one.isBroken ? "destructive" : "warning"}>
              {t(one.isBroken ? "risk.broken" : "risk.due", { when: formatRelative(one.dueAt, now) })}
            </Badge>
          </li>
        ))}
      </ul>
    </HomeCard>
  );
}
