import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";

type Props = { page: number; pageSize: number; total: number; onPage: (page: number) => void };

/** Which rows of how many are shown, and the way to the others; nothing where one page holds all. */
export function Pager({ page, pageSize, total, onPage }: Props) {
  const { t } = useTranslation("common");
  if (total <= pageSize) return null;
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav aria-label={t("pages.label")} className="mt-3 flex items-center justify-end gap-2 text-sm">
      <span className="text-muted-foreground tabular-nums">
        {t("pages.shown", { from: formatNumber(from), to: formatNumber(to), total: formatNumber(total) })}
      </span>
      <Button
        variant="outline"
        size="icon-sm"
        aria-label={t("pages.previous")}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <Button
        variant="outline"
        size="icon-sm"
        aria-label={t("pages.next")}
        disabled={to >= total}
        onClick={() => onPage(page + 1)}
      >
        <ChevronRight aria-hidden />
      </Button>
    </nav>
  );
}
