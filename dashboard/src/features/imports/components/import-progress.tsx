import { useTranslation } from "react-i18next";
import { Progress } from "@/components/ui/progress";
import { formatNumber, formatShare } from "@/lib/format";
import type { Import } from "../api/get-import";
import { shareOf } from "../utils/progress";

/** How far an import is. */
export function ImportProgress({ importing }: { importing: Import }) {
  const { t } = useTranslation("imports");
  const share = shareOf(importing);
  const rows = formatNumber(importing.rows_read);
  return (
    <div className="grid gap-2 rounded-lg border bg-card p-4">
      <p className="flex justify-between gap-3">
        <span>
          {importing.state === "queued"
            ? t("progress.queued")
            : importing.total_rows
              ? t("progress.of", { rows, total: formatNumber(importing.total_rows) })
              : t("progress.rows", { rows })}
        </span>
        {share !== null && <span className="tabular-nums">{formatShare(share / 100)}</span>}
      </p>
      <Progress value={share} aria-label={t("progress.label")} />
    </div>
  );
}
