import { useReactFlow } from "@xyflow/react";
import { BoxSelectIcon, MaximizeIcon, MinusIcon, PlusIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Toggle } from "@/components/ui/toggle";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { moveTime } from "../../hooks/use-canvas-view";

type Props = { isSelecting: boolean; onSelecting: (isSelecting: boolean) => void };

/** Nearer, farther, all of it; and whether dragging the canvas moves it or selects on it. */
export function CanvasControls({ isSelecting, onSelecting }: Props) {
  const { t } = useTranslation("flows");
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <div
      role="toolbar"
      aria-label={t("editor.controls.title")}
      className="flex items-center gap-0.5 rounded-lg border bg-card p-0.5 shadow-sm"
    >
      <Control label={t("editor.controls.zoomOut")} onClick={() => void zoomOut({ duration: moveTime() })}>
        <MinusIcon aria-hidden />
      </Control>
      <Control label={t("editor.controls.zoomIn")} onClick={() => void zoomIn({ duration: moveTime() })}>
        <PlusIcon aria-hidden />
      </Control>
      <Control label={t("editor.controls.fit")} onClick={() => void fitView({ duration: moveTime(), padding: 0.15 })}>
        <MaximizeIcon aria-hidden />
      </Control>
      <Tooltip>
        <TooltipTrigger asChild>
          <Toggle
            size="sm"
            pressed={isSelecting}
            onPressedChange={onSelecting}
            aria-label={t("editor.controls.select")}
          >
            <BoxSelectIcon aria-hidden />
          </Toggle>
        </TooltipTrigger>
        <TooltipContent>{t("editor.controls.select")}</TooltipContent>
      </Tooltip>
    </div>
  );
}

function Control({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={label} onClick={onClick}>
          {children}
        </Button>
      </TooltipTrigger>
      <TooltipContent>{label}</TooltipContent>
    </Tooltip>
  );
}
