import { useQueryClient } from "@tanstack/react-query";
import {
  CircleXIcon,
  CloudCheckIcon,
  CloudOffIcon,
  CloudUploadIcon,
  LoaderIcon,
  TriangleAlertIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";
import { isDirty, useEditor, type SaveState } from "../../stores/editor";
import { saveDraft } from "../../stores/saver";

type Shown = SaveState | "saved";

const ICONS = {
  saved: CloudCheckIcon,
  idle: CloudUploadIcon,
  saving: LoaderIcon,
  offline: CloudOffIcon,
  conflict: TriangleAlertIcon,
  refused: CircleXIcon,
} as const;

/** Whether the server has what is on the screen, and if not, why. */
export function SaveIndicator() {
  const { t } = useTranslation("flows");
  const client = useQueryClient();
  const state = useEditor((editor): Shown =>
    isDirty(editor) || editor.saveState !== "idle" ? editor.saveState : "saved",
  );
  const Icon = ICONS[state];
  const isTrouble = state === "offline" || state === "conflict" || state === "refused";
  return (
    <div className="flex items-center gap-1.5" aria-live="polite">
      <span
        className={cn(
          "flex items-center gap-1.5 text-xs whitespace-nowrap",
          isTrouble ? "text-warning" : "text-muted-foreground",
        )}
        title={t(`editor.save.hints.${state}`)}
      >
        <Icon aria-hidden className={cn("size-4", state === "saving" && "animate-spin")} />
        <span className={cn(!isTrouble && "max-xl:sr-only")}>{t(`editor.save.${state}`)}</span>
      </span>
      {state === "offline" && (
        <Button variant="link" size="sm" className="h-6 px-1" onClick={() => void saveDraft(client)}>
          {t("editor.save.again")}
        </Button>
      )}
    </div>
  );
}
