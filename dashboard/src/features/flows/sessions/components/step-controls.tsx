import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, type LucideIcon, Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import type { Move, Stepping } from "../utils/stepping";

type Props = { at: Stepping; count: number; onMove: (move: Move) => void };

/** Back and forth through the steps. */
export function StepControls({ at, count, onMove }: Props) {
  const { t } = useTranslation("flow-panels");
  const button = (move: Move & string, Icon: LucideIcon) => (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={t(`sessions.move.${move}`)}
      title={t(`sessions.move.${move}`)}
      onClick={() => onMove(move)}
    >
      <Icon aria-hidden />
    </Button>
  );
  return (
    <div className="flex flex-wrap items-center gap-1 border-t px-3 py-1.5">
      {button("first", ChevronFirst)}
      {button("previous", ChevronLeft)}
      {at.isPlaying ? button("pause", Pause) : button("play", Play)}
      {button("next", ChevronRight)}
      {button("last", ChevronLast)}
      <input
        type="range"
        min={1}
        max={Math.max(1, count)}
        value={at.index + 1}
        aria-label={t("sessions.step")}
        aria-valuetext={t("sessions.step_of", { number: at.index + 1, count })}
        className="h-6 min-w-24 flex-1 accent-primary"
        onChange={(event) => onMove({ to: Number(event.target.value) - 1 })}
      />
      <span className="text-xs text-muted-foreground tabular-nums" aria-live="polite">
        {t("sessions.step_of", { number: Math.min(at.index + 1, count), count })}
      </span>
    </div>
  );
}
