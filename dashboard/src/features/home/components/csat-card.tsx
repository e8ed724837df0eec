import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "@/components/loaded";
import { formatNumber, formatShare } from "@/lib/format";
import { csatSummaryQuery, type CsatSummary } from "../api/get-csat-summary";
import { HomeCard } from "./home-card";

const MONTH_MS = 30 * 86_400_000;
const SCORES = ["5", "4", "3", "2", "1"] as const;

/** How content customers were in the last thirty days. */
export function CsatCard() {
  const { t } = useTranslation("home");
  const [since] = useState(() => new Date(Date.now() - MONTH_MS).toISOString());
  const summary = useQuery(csatSummaryQuery(since));
  return (
    <HomeCard title={t("csat.title")}>
      <Loaded query={summary}>
        {(data) =>
          data.answered === 0 ? (
            <p className="text-sm text-muted-foreground">
              {data.asked === 0 ? t("csat.never") : t("csat.none", { count: data.asked })}
            </p>
          ) : (
            <Scores summary={data} />
          )
        }
      </Loaded>
    </HomeCard>
  );
}

function Scores({ summary }: { summary: CsatSummary }) {
  const { t } = useTranslation("home");
  const { answered, asked, average, distribution } = summary;
  return (
    <div className="grid gap-3">
      <p className="flex items-baseline gap-2">
        <span className="text-2xl font-semibold tabular-nums">
          {average === null ? "—" : formatNumber(average, { maximumFractionDigits: 1 })}
        </span>
        <span className="text-xs text-muted-foreground">
          {t("csat.answered", { count: answered, share: formatShare(asked > 0 ? answered / asked : 0) })}
        </span>
      </p>
      <ul className="grid gap-1.5 text-xs">
        {SCORES.map((score) => {
          const count = distribution[score] ?? 0;
          return (
            <li key={score} className="grid grid-cols-[4.5rem_1fr_2rem] items-center gap-2">
              <span className="text-muted-foreground">{t("csat.score", { count: Number(score) })}</span>
              <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-muted">
                <span
                  className="block h-full rounded-full bg-chart-1"
                  style={{ width: `${(count / answered) * 100}%` }}
                />
              </span>
              <span className="text-right tabular-nums">{formatNumber(count)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
