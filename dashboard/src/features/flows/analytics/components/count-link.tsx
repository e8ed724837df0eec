import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { formatNumber } from "@/lib/format";

type Props = { flowId: string; count: Schema<"Count">; label: string };

/** A number that opens the list of the sessions behind it. */
export function CountLink({ flowId, count, label }: Props) {
  const { t } = useTranslation("flow-panels");
  if (count.count === 0) return <span className="tabular-nums">0</span>;
  return (
    <Link
      to={`/flows/${flowId}/sessions?${count.sessions}`}
      aria-label={t("analytics.open", { count: count.count, label })}
      className="inline-flex min-h-6 items-center font-medium text-primary tabular-nums underline-offset-2 hover:underline"
    >
      {formatNumber(count.count)}
    </Link>
  );
}
