import { CircleXIcon, TriangleAlertIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { cn } from "@/lib/utils";
import type { Remark } from "../../stores/findings";
import { useView } from "../../stores/view";

/** Says on a card or an edge that the check found something, and what. */
export function FindingBadge({ remarks, className }: { remarks: readonly Remark[]; className?: string }) {
  const { t } = useTranslation("flows");
  const hasErrors = remarks.some((remark) => remark.severity === "error");
  const Icon = hasErrors ? CircleXIcon : TriangleAlertIcon;
  return (
    <Tooltip>
      <TooltipTrigger
        className={cn(
          "nodrag inline-flex h-6 min-w-6 items-center justify-center gap-0.5 rounded-full px-1 text-xs font-medium tabular-nums outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60",
          hasErrors ? "bg-destructive/15 text-destructive" : "bg-warning/15 text-warning",
          className,
        )}
        tabIndex={-1}
        onClick={() => useView.getState().openPanel("findings")}
      >
        <Icon aria-hidden className="size-3.5" />
        <span aria-hidden>{remarks.length > 1 ? remarks.length : ""}</span>
        <span className="sr-only">
          {t(hasErrors ? "editor.findings.errorsHere" : "editor.findings.warningsHere", { count: remarks.length })}
        </span>
      </TooltipTrigger>
      <TooltipContent className="max-w-80">
        <ul className="flex flex-col gap-1">
          {remarks.map((remark, index) => (
            <li key={index}>{remark.message}</li>
          ))}
        </ul>
      </TooltipContent>
    </Tooltip>
  );
}
