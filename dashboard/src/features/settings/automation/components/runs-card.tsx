import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { Link } from "react-router";
import { z } from "zod";
import type { Column } from "@/components/data-table";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { SettingsCard } from "../../components/settings-card";
import { Listed } from "../../kit/listed";
import { useTexts } from "../../kit/use-texts";
import { runsQuery, type Run } from "../api/list-runs";

const TONES = { done: "success", failed: "destructive", stopped: "warning" } as const;

const detailsOf = z.object({
  actions: z.array(z.string()).default([]),
  reason: z.string().optional(),
  error: z.string().optional(),
});

/** What became of the rule in the last 30 days. */
export function RunsCard({ ruleId }: { ruleId: string }) {
  const { t } = useTexts();
  const query = useInfiniteQuery(runsQuery(ruleId));
  const columns: Column<Run>[] = [
    { id: "at", header: t("rules.at"), cell: (row) => <RelativeTime at={row.at} /> },
    {
      id: "outcome",
      header: t("kit.state"),
      cell: (row) => <Badge variant={TONES[row.outcome]}>{t(`rules.outcomes.${row.outcome}`)}</Badge>,
    },
    { id: "what", header: t("rules.what"), className: "whitespace-normal", cell: (row) => <RunDetails run={row} /> },
    {
      id: "conversation",
      header: t("rules.conversation"),
      hideHeader: true,
      cell: (row) =>
        row.conversation_id && (
          <Link to={`/inbox/${row.conversation_id}`} className="underline underline-offset-4">
            {t("rules.conversation")}
          </Link>
        ),
    },
  ];
  return (
    <SettingsCard title={t("rules.runs")} description={t("rules.runs-hint")}>
      <Listed
        label={t("rules.runs")}
        icon={History}
        none={t("rules.runs-none")}
        noneHint={t("rules.runs-none-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SettingsCard>
  );
}

function RunDetails({ run }: { run: Run }) {
  const { t } = useTexts();
  const details = detailsOf.safeParse(run.details);
  if (!details.success) return null;
  const { actions, reason, error } = details.data;
  if (reason) return t(`rules.reasons.${reason}`, { defaultValue: reason });
  if (error) return <code className="text-xs">{error}</code>;
  return actions.map((one) => t(`rules.actions.${one}`, { defaultValue: one })).join(", ");
}
