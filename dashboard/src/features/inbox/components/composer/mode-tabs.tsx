import { MessageSquareIcon, StickyNoteIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import type { Mode } from "../../stores/drafts";

type Props = { mode: Mode; onMode: (mode: Mode) => void };

/** Whether one writes to the contact or beside the conversation. */
export function ModeTabs({ mode, onMode }: Props) {
  const { t } = useTranslation("inbox");
  return (
    <ToggleGroup
      type="single"
      size="sm"
      value={mode}
      aria-label={t("composer.mode")}
      onValueChange={(value) => {
        if (value === "reply" || value === "note") onMode(value);
      }}
    >
      <ToggleGroupItem value="reply" className="px-2.5 text-xs">
        <MessageSquareIcon aria-hidden /> {t("composer.reply")}
      </ToggleGroupItem>
      <ToggleGroupItem value="note" className="px-2.5 text-xs">
        <StickyNoteIcon aria-hidden /> {t("composer.note")}
      </ToggleGroupItem>
    </ToggleGroup>
  );
}
