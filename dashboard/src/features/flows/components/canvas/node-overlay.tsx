import { useTranslation } from "react-i18next";
import { formatNumber, formatShare } from "@/lib/format";
import { useHighlight } from "../../stores/highlight";

/** How many sessions came by a node, over its card. */
export function NodeOverlay({ id }: { id: string }) {
  const { t } = useTranslation("flows");
  const isShown = useHighlight((state) => state.overlay !== null);
  const numbers = useHighlight((state) => state.overlay?.nodes[id]);
  if (!isShown) return null;
  const { visits, stops, share } = numbers ?? { visits: 0 };
  return (
    <p className="absolute right-2 bottom-full left-2 mb-1 flex justify-between gap-2 text-xs font-medium tabular-nums">
      <span className="rounded-full bg-info/15 px-2 py-0.5 text-info">
        {t("editor.overlay.visits", { count: visits, number: formatNumber(visits) })}
      </span>
      {stops ? (
        <span className="rounded-full bg-warning/15 px-2 py-0.5 text-warning">
          {t("editor.overlay.stops", { count: stops, number: formatNumber(stops) })}
          {share === undefined ? "" : ` · ${formatShare(share)}`}
        </span>
      ) : null}
    </p>
  );
}
