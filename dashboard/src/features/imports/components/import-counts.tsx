import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format";
import { cn } from "@/lib/utils";
import type { Import } from "../api/get-import";

const COUNTS = ["created", "updated", "skipped", "refused"] as const;

/** What became of rows, or would. */
export function ImportCounts({ importing }: { importing: Import }) {
  const { t } = useTranslation("imports");
  const mode = importing.is_dry_run ? "would" : "did";
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Count label={t("counts.rows_read")} value={importing.rows_read} />
      {COUNTS.map((count) => (
        <Count
          key={count}
          label={t(`counts.${mode}.${count}`)}
          value={importing[count]}
          isBad={count === "refused" && importing.refused > 0}
        />
      ))}
    </dl>
  );
}

function Count({ label, value, isBad = false }: { label: string; value: number; isBad?: boolean }) {
  return (
    <div className="rounded-lg border bg-card px-4 py-3">
      <dt className="text-xs text-muted-foreground">{label}</dt>
      <dd className={cn("text-xl font-semibold tabular-nums", isBad && "text-destructive")}>{formatNumber(value)}</dd>
    </div>
  );
}
