import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import type { Point } from "../../utils/document";
import { KindList } from "../palette/kind-list";

/** Asks, at a place on the screen, which kind of node comes next. */
export function NodePicker({
  at,
  onChoose,
  onClose,
}: {
  at: Point;
  onChoose: (type: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("flows");
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) });
  return (
    <Popover open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent className="w-64 p-0" align="start" aria-label={t("editor.palette.next")}>
        <KindList onChoose={onChoose} />
      </PopoverContent>
    </Popover>
  );
}
