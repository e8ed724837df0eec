import { PlayIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "@/components/ui/skeleton";
import { formatClock } from "@/lib/format";
import { cn } from "@/lib/utils";
import { FileMissing, isMissing } from "./file-missing";
import { useFile, type FileFacts } from "./use-file";

type Props = {
  kind: "image" | "video" | "sticker";
  mediaId?: string | null;
  shown?: FileFacts | null;
  /** A `blob:` address of what is still being sent. */
  previewUrl?: string;
  caption?: string | null;
  onOpen?: () => void;
};

const [WIDEST, TALLEST] = [280, 320];

/** The size to draw a picture at, so that nothing moves when it comes. */
export function sizeOf(width: number | null | undefined, height: number | null | undefined) {
  if (!width || !height) return { width: WIDEST, height: 200 };
  const scale = Math.min(WIDEST / width, TALLEST / height, 1);
  return { width: Math.max(120, Math.round(width * scale)), height: Math.max(80, Math.round(height * scale)) };
}

/** A picture, a film's first frame or a sticker; a press opens it in full. */
export function Picture({ kind, mediaId, shown, previewUrl, caption, onOpen }: Props) {
  const { t } = useTranslation("message");
  const file = useFile(mediaId, shown);
  if (!previewUrl && (isMissing(file) || !mediaId)) return <FileMissing file={file} kind={kind} />;
  const { facts, media } = file;
  const size = kind === "sticker" ? { width: 140, height: 140 } : sizeOf(facts?.width, facts?.height);
  const source = previewUrl ?? media?.thumbnail_url ?? (kind === "video" ? undefined : media?.url);
  const picture = source ? (
    <img
      src={source}
      alt={caption || t(`kind.${kind}`)}
      className={cn("size-full", kind === "sticker" ? "object-contain" : "object-cover")}
    />
  ) : media && kind === "video" ? (
    <span className="block size-full bg-foreground/20" />
  ) : (
    <Skeleton className="size-full" />
  );
  const box = "relative block max-w-full overflow-hidden rounded";
  if (!onOpen || kind === "sticker")
    return (
      <div className={box} style={size}>
        {picture}
      </div>
    );
  return (
    <button
      type="button"
      style={size}
      className={cn(box, "outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60")}
      aria-label={t(`open.${kind}`, { caption: caption ?? "" })}
      onClick={onOpen}
    >
      {picture}
      {kind === "video" && <VideoMark durationMs={facts?.duration_ms} />}
    </button>
  );
}

function VideoMark({ durationMs }: { durationMs?: number | null }) {
  return (
    <span aria-hidden className="absolute inset-0 flex items-center justify-center">
      <span className="flex size-11 items-center justify-center rounded-full bg-background/80 text-foreground">
        <PlayIcon className="size-5 fill-current" />
      </span>
      {durationMs ? (
        <span className="absolute bottom-1 left-1 rounded bg-background/80 px-1 text-xs text-foreground tabular-nums">
          {formatClock(durationMs / 1000)}
        </span>
      ) : null}
    </span>
  );
}
