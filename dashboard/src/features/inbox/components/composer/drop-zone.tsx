import { PaperclipIcon } from "lucide-react";
import { useEffect, useEffectEvent, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

type Props = {
  /** Within the part of the page that takes the files: its parent. */
  within: RefObject<HTMLElement | null>;
  onFiles: (files: File[]) => void;
};

/** Takes files that are dropped on the open conversation. Dropped beside it, the browser would leave the page for them. */
export function DropZone({ within, onFiles }: Props) {
  const { t } = useTranslation("inbox");
  const [area, setArea] = useState<DOMRect | null>(null);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    let depth = 0;
    const leave = () => {
      depth = 0;
      setArea(null);
    };
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      if (depth === 1) setArea(within.current?.parentElement?.getBoundingClientRect() ?? null);
    };
    const onLeave = (event: DragEvent) => {
      if (hasFiles(event) && (depth -= 1) <= 0) leave();
    };
    const onOver = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      leave();
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as "drop", listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as "drop", listener);
    };
  }, [within]);

  if (!area) return null;
  const { top, left, width, height } = area;
  return (
    <div
      style={{ top, left, width, height }}
      className="pointer-events-none fixed z-40 flex items-center justify-center border-2 border-dashed border-primary bg-background/85"
    >
      <p className="flex items-center gap-2 text-base font-medium text-primary">
        <PaperclipIcon aria-hidden className="size-5" /> {t("composer.attachments.drop")}
      </p>
    </div>
  );
}
