import {
  ChevronLeftIcon,
  ChevronRightIcon,
  DownloadIcon,
  XIcon,
  ZoomInIcon,
  ZoomOutIcon,
  type LucideIcon,
} from "lucide-react";
import { Dialog as DialogPrimitive } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog, DialogPortal } from "@/components/ui/dialog";
import { FileMissing, isMissing } from "./file-missing";
import { download, useFile } from "./use-file";
import type { Viewable } from "./viewables";

type Props = { items: readonly Viewable[]; openId: string | null; onOpen: (messageId: string | null) => void };

/** Pictures and films over the whole screen: arrows for the next one, plus and minus to zoom, Esc to leave. */
export function MediaViewer({ items, openId, onOpen }: Props) {
  const index = items.findIndex(({ messageId }) => messageId === openId);
  const item = items[index];
  return (
    <Dialog open={item !== undefined} onOpenChange={(isOpen) => !isOpen && onOpen(null)}>
      {item && (
        <Sheet
          key={item.messageId}
          item={item}
          position={index + 1}
          total={items.length}
          onPrevious={index > 0 ? () => onOpen(items[index - 1]?.messageId ?? null) : undefined}
          onNext={index < items.length - 1 ? () => onOpen(items[index + 1]?.messageId ?? null) : undefined}
        />
      )}
    </Dialog>
  );
}

type SheetProps = { item: Viewable; position: number; total: number; onPrevious?: () => void; onNext?: () => void };

const ZOOMS = [1, 1.5, 2, 3, 4];

function Sheet({ item, position, total, onPrevious, onNext }: SheetProps) {
  const { t } = useTranslation("message");
  const [zoom, setZoom] = useState(0);
  const file = useFile(item.mediaId);
  const zoomTo = (step: number) => setZoom((held) => Math.min(ZOOMS.length - 1, Math.max(0, held + step)));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isOnFilm = event.target instanceof HTMLVideoElement;
    if (event.key === "ArrowLeft" && !isOnFilm) onPrevious?.();
    else if (event.key === "ArrowRight" && !isOnFilm) onNext?.();
    else if (event.key === "+" || event.key === "=") zoomTo(1);
    else if (event.key === "-") zoomTo(-1);
  };
  return (
    <DialogPortal>
      <DialogPrimitive.Content
        aria-describedby={undefined}
        className="fixed inset-0 z-50 flex flex-col bg-background text-foreground outline-none"
        onKeyDown={onKeyDown}
      >
        <div className="flex h-14 shrink-0 items-center gap-1 px-3">
          <DialogPrimitive.Title className="mr-auto text-sm font-medium">
            {t("viewer.title", { position, total })}
          </DialogPrimitive.Title>
          {item.kind === "image" && (
            <>
              <Tool icon={ZoomOutIcon} label={t("viewer.zoomOut")} disabled={zoom === 0} onClick={() => zoomTo(-1)} />
              <Tool
                icon={ZoomInIcon}
                label={t("viewer.zoomIn")}
                disabled={zoom === ZOOMS.length - 1}
                onClick={() => zoomTo(1)}
              />
            </>
          )}
          <Tool
            icon={DownloadIcon}
            label={t("viewer.download")}
            onClick={() => void download(file).catch(() => undefined)}
          />
          <DialogPrimitive.Close asChild>
            <Tool icon={XIcon} label={t("common:close")} />
          </DialogPrimitive.Close>
        </div>
        <div className="relative flex min-h-0 flex-1">
          <div className="m-auto max-h-full max-w-full overflow-auto">
            <Shown item={item} file={file} zoom={ZOOMS[zoom] ?? 1} />
          </div>
          {onPrevious && (
            <Tool
              icon={ChevronLeftIcon}
              label={t("viewer.previous")}
              className="absolute top-1/2 left-3 bg-card shadow"
              onClick={onPrevious}
            />
          )}
          {onNext && (
            <Tool
              icon={ChevronRightIcon}
              label={t("viewer.next")}
              className="absolute top-1/2 right-3 bg-card shadow"
              onClick={onNext}
            />
          )}
        </div>
        {item.caption && <p className="shrink-0 p-3 text-center text-sm">{item.caption}</p>}
      </DialogPrimitive.Content>
    </DialogPortal>
  );
}

function Shown({ item, file, zoom }: { item: Viewable; file: ReturnType<typeof useFile>; zoom: number }) {
  const { t } = useTranslation("message");
  const url = file.media?.url;
  if (isMissing(file)) return <FileMissing file={file} kind={item.kind} />;
  if (!url) return <p role="status">{t("viewer.loading")}</p>;
  const size = { maxWidth: `${zoom * 92}vw`, maxHeight: `${zoom * 80}vh` };
  if (item.kind === "video")
    return (
      // What customers film comes without captions.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      <video src={url} poster={file.media?.thumbnail_url ?? undefined} controls style={size} />
    );
  const width = zoom > 1 && file.facts?.width ? { width: `${zoom * 60}vw`, maxWidth: "none", maxHeight: "none" } : size;
  return <img src={url} alt={item.caption || t("kind.image")} style={width} />;
}

type ToolProps = Omit<React.ComponentProps<"button">, "children"> & { icon: LucideIcon; label: string };

function Tool({ icon: Icon, label, className = "", ...props }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-9 items-center justify-center rounded-full outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60 disabled:opacity-60 ${className}`}
      {...props}
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
