import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Schema } from "@/api/types";
import { DataTable, type Column } from "@/components/data-table";
import { Facts } from "@/components/facts";
import { Loaded } from "@/components/loaded";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { formatNumber } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import { aiUsageQuery } from "../api/get-ai-usage";

type DayOfUse = Schema<"DayOfUse">;

/** The API's months are UTC's. */
const thisMonth = (): string => new Date().toISOString().slice(0, 7);

const moneyOf = (amount: string, currency: string): string =>
  formatNumber(Number(amount), { style: "currency", currency, maximumFractionDigits: 4 });

/** What language models took in a month. */
export function UsageCard() {
  const { t } = useTexts();
  const id = useId();
  const [month, setMonth] = useState(thisMonth);
  const usage = useQuery(aiUsageQuery(month));
  return (
    <SettingsCard
      title={t("ai.usage")}
      action={
        <div className="flex items-center gap-2">
          <Label htmlFor={id}>{t("ai.month")}</Label>
          <Input
            id={id}
            type="month"
            className="w-44"
            max={thisMonth()}
            value={month}
            onChange={(event) => event.target.value && setMonth(event.target.value)}
          />
        </div>
      }
    >
      <Loaded query={usage}>{(data) => <Usage usage={data} />}</Loaded>
    </SettingsCard>
  );
}

function Usage({ usage }: { usage: Schema<"AiUsageView"> }) {
  const { t } = useTexts();
  const tokens = formatNumber(usage.input_tokens + usage.output_tokens);
  const cost = moneyOf(usage.cost, usage.currency);
  const capOf = (shown: string, cap: string | null) => (cap === null ? shown : t("ai.of", { shown, cap }));
  const facts = [
    { label: t("ai.calls"), value: formatNumber(usage.calls) },
    {
      label: t("ai.tokens"),
      value: capOf(tokens, usage.monthly_tokens === null ? null : formatNumber(usage.monthly_tokens)),
    },
    {
      label: t("ai.cost"),
      value: capOf(cost, usage.monthly_cost === null ? null : moneyOf(usage.monthly_cost, usage.currency)),
    },
  ];
  const columns: Column<DayOfUse>[] = [
    { id: "day", header: t("ai.day"), cell: (row) => row.day.split("-").reverse().join("/") },
    { id: "model", header: t("ai.model"), cell: (row) => row.model },
    { id: "calls", header: t("ai.calls"), cell: (row) => formatNumber(row.calls) },
    { id: "tokens", header: t("ai.tokens"), cell: (row) => formatNumber(row.input_tokens + row.output_tokens) },
    { id: "cost", header: t("ai.cost"), cell: (row) => moneyOf(row.cost, usage.currency) },
  ];
  return (
    <>
      <Facts items={facts} className="mb-4" />
      {usage.days.length === 0 ? (
        <p className="text-sm text-muted-foreground">{t("ai.unused")}</p>
      ) : (
        <div className="overflow-x-auto rounded-lg border">
          <DataTable
            label={t("ai.usage")}
            columns={columns}
            rows={usage.days}
            rowId={(row) => `${row.day}/${row.model}`}
          />
        </div>
      )}
    </>
  );
}
