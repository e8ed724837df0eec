import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { formatNumber, formatShare } from "@/lib/format";
import { CountLink } from "./count-link";

type Props = { flowId: string; caption: string; values: readonly Schema<"AnswerNumbers">[]; showsEnds?: boolean };
const ENDS = ["completed", "transferred"] as const;

/** Values with how often each came, and the sessions behind. */
export function ValueTable({ flowId, caption, values, showsEnds = false }: Props) {
  const { t } = useTranslation("flow-panels");
  const all = values.reduce((sum, one) => sum + one.times, 0);
  return (
    <table className="mt-2 w-full text-xs">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-left text-muted-foreground">
        <tr>
          <th scope="col" className="py-1 font-normal">
            {t("analytics.value")}
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            {t("analytics.share")}
          </th>
          {showsEnds &&
            ENDS.map((end) => (
              <th key={end} scope="col" className="py-1 text-right font-normal">
                {t(`status.${end}`)}
              </th>
            ))}
          <th scope="col" className="py-1 text-right font-normal">
            {t("analytics.sessions")}
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map((one) => (
          <tr key={one.value} className="border-t">
            <th scope="row" className="py-1 pr-2 text-left font-medium break-words">
              {one.value}
            </th>
            <td className="py-1 text-right tabular-nums">{formatShare(all ? one.times / all : 0)}</td>
            {showsEnds &&
              ENDS.map((end) => (
                <td key={end} className="py-1 text-right tabular-nums">
                  {formatNumber(one.by_status?.[end] ?? 0)}
                </td>
              ))}
            <td className="py-1 text-right">
              <CountLink flowId={flowId} count={one.sessions} label={one.value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
