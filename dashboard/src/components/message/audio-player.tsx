import { LoaderCircleIcon, MicIcon, Music2Icon, PauseIcon, PlayIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Slider } from "@/components/ui/slider";
import { formatClock, formatNumber } from "@/lib/format";
import { FileMissing, isMissing } from "./file-missing";
import { useFile, type FileFacts } from "./use-file";
import { usePlayer, useRate } from "./use-player";

type Props = { kind: "audio" | "voice"; mediaId?: string | null; shown?: FileFacts | null; previewUrl?: string };

const ROUND =
  "flex shrink-0 items-center justify-center rounded-full outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60";

/** A voice note or sound: play, seek (arrow keys too), and three speeds. */
export function AudioPlayer({ kind, mediaId, shown, previewUrl }: Props) {
  const { t } = useTranslation("message");
  const file = useFile(mediaId, shown);
  const audio = useRef<HTMLAudioElement>(null);
  const player = usePlayer(audio, async () => previewUrl ?? (await file.fetch()).url);
  const { rate, next } = useRate();
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = rate;
  }, [rate]);

  if (!previewUrl && (isMissing(file) || !mediaId)) return <FileMissing file={file} kind={kind} />;
  const length = player.duration ?? (file.facts?.duration_ms ?? 0) / 1000;
  const Icon = player.isLoading ? LoaderCircleIcon : player.isPlaying ? PauseIcon : PlayIcon;
  const Kind = kind === "voice" ? MicIcon : Music2Icon;
  return (
    <div role="group" aria-label={t(`kind.${kind}`)} className="flex w-64 max-w-full items-center gap-2.5">
      {/* What people say comes without captions. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} preload="none" {...player.events} />
      <button
        type="button"
        aria-label={t(player.isPlaying ? "player.pause" : "player.play")}
        className={`${ROUND} size-9 bg-primary text-primary-foreground hover:bg-primary/90`}
        onClick={() => void player.toggle()}
      >
        <Icon aria-hidden className={player.isLoading ? "size-4 animate-spin" : "size-4 fill-current"} />
      </button>
      <div className="grid min-w-0 flex-1">
        <Slider
          aria-label={t("player.position")}
          value={[Math.min(player.at, length || player.at)]}
          max={Math.max(length, 1)}
          step={0.1}
          onValueChange={([seconds]) => player.seek(seconds ?? 0)}
        />
        <span className="flex items-center gap-1 text-xs tabular-nums opacity-80">
          <Kind aria-hidden className="size-3" />
          {player.at > 0 ? formatClock(player.at) : length > 0 ? formatClock(length) : ""}
          {player.hasFailed && <span role="status">{t("player.failed")}</span>}
        </span>
      </div>
      <button
        type="button"
        aria-label={t("player.rate", { rate: formatNumber(rate) })}
        className={`${ROUND} h-6 min-w-9 bg-foreground/10 px-1.5 text-xs font-medium tabular-nums hover:bg-foreground/15`}
        onClick={next}
      >
        {formatNumber(rate)}×
      </button>
    </div>
  );
}
