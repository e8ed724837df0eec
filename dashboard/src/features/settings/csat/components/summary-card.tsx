import type { Schema } from "@/api/types";
import { Facts } from "@/components/facts";
import { formatNumber, formatShare } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";

const SCORES = [5, 4, 3, 2, 1];

/** The answers in one look: how many, how good, and how they are spread. */
export function SummaryCard({ summary }: { summary: Schema<"CsatSummary"> }) {
  const { t } = useTexts();
  const { asked, answered, average, distribution } = summary;
  const facts = [
    { label: t("csat.asked"), value: formatNumber(asked) },
    { label: t("csat.answered"), value: formatNumber(answered) },
    { label: t("csat.rate"), value: asked > 0 ? formatShare(answered / asked) : "—" },
    {
      label: t("csat.average"),
      value: average === null ? "—" : formatNumber(average, { maximumFractionDigits: 1 }),
    },
  ];
  return (
    <SettingsCard title={t("csat.summary")}>
      <Facts items={facts} className="mb-4" />
      <ul className="grid gap-1.5 text-sm">
        {SCORES.map((score) => (
          <ScoreBar key={score} score={score} count={distribution[String(score)] ?? 0} total={answered} />
        ))}
      </ul>
    </SettingsCard>
  );
}

function ScoreBar({ score, count, total }: { score: number; count: number; total: number }) {
  const { t } = useTexts();
  return (
    <li className="flex items-center gap-3">
      <span className="w-14">{t("csat.of-five", { score })}</span>
      <span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-muted">
        <span
          className="block h-full rounded-full bg-primary"
          style={{ width: `${total > 0 ? (count / total) * 100 : 0}%` }}
        />
      </span>
      <span className="w-12 text-right tabular-nums">{formatNumber(count)}</span>
    </li>
  );
}
