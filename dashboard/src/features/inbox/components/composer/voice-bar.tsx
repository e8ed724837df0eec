import { MicIcon, SendHorizontalIcon, SquareIcon, Trash2Icon } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { useShortcut } from "@/hooks/use-shortcut";
import { formatClock } from "@/lib/format";
import type { Recorder } from "../../hooks/use-recorder";
import { LevelMeter } from "./level-meter";

/** A voice note in the making, in the place of the field to write in. */
export function VoiceBar({ recorder }: { recorder: Recorder }) {
  const { t } = useTranslation("inbox");
  const { recording } = recorder;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [recording.step]);
  useShortcut("Escape", recorder.cancel, { inFields: true });
  return (
    <div
      ref={place}
      tabIndex={-1}
      role="group"
      aria-label={t("composer.voice.title")}
      className="flex min-h-12 flex-wrap items-center gap-2 px-2 py-1.5 outline-none"
    >
      <Step recorder={recorder} />
    </div>
  );
}

function Step({ recorder }: { recorder: Recorder }) {
  const { t } = useTranslation("inbox");
  const { recording } = recorder;
  switch (recording.step) {
    case "idle":
      return null;
    case "asking":
      return (
        <>
          <p role="status" className="flex-1 text-muted-foreground">
            {t("composer.voice.asking")}
          </p>
          <Cancel recorder={recorder} />
        </>
      );
    case "failed":
      return (
        <>
          <p role="alert" className="flex-1 text-destructive">
            {t(`composer.voice.failed.${recording.reason}`)}
          </p>
          <Button size="sm" variant="outline" onClick={recorder.cancel}>
            {t("handling.close")}
          </Button>
        </>
      );
    case "recording":
      return <Running recorder={recorder} startedAt={recording.startedAt} />;
    default:
      return <Listening recorder={recorder} blob={recording.blob} />;
  }
}

function Cancel({ recorder }: { recorder: Recorder }) {
  const { t } = useTranslation("inbox");
  return (
    <Button size="icon-sm" variant="ghost" aria-label={t("composer.voice.discard")} onClick={recorder.cancel}>
      <Trash2Icon aria-hidden />
    </Button>
  );
}

function Running({ recorder, startedAt }: { recorder: Recorder; startedAt: number }) {
  const { t } = useTranslation("inbox");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((Date.now() - startedAt) / 1000), 250);
    return () => clearInterval(timer);
  }, [startedAt]);
  return (
    <>
      <Cancel recorder={recorder} />
      <MicIcon aria-hidden className="size-4 animate-pulse text-destructive" />
      <span role="status" className="sr-only">
        {t("composer.voice.running")}
      </span>
      <span className="w-10 tabular-nums">{formatClock(Math.floor(seconds))}</span>
      <LevelMeter stream={recorder.stream} />
      <Button size="sm" onClick={recorder.stop}>
        <SquareIcon aria-hidden /> {t("composer.voice.stop")}
      </Button>
    </>
  );
}

function Listening({ recorder, blob }: { recorder: Recorder; blob: Blob }) {
  const { t } = useTranslation("inbox");
  const { recording } = recorder;
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const isSending = recording.step === "sending";
  return (
    <>
      <Cancel recorder={recorder} />
      {/* One's own voice, just spoken: there are no captions to give. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio controls src={url} aria-label={t("composer.voice.listen")} className="h-9 min-w-40 flex-1" />
      {isSending ? (
        <Progress value={recording.progress * 100} aria-label={t("composer.voice.sending")} className="w-20" />
      ) : null}
      <Button size="sm" aria-disabled={isSending} onClick={() => !isSending && void recorder.send()}>
        <SendHorizontalIcon aria-hidden /> {t("composer.send")}
      </Button>
      {recording.step === "unsent" ? (
        <p role="alert" className="w-full text-xs text-destructive">
          {t("composer.voice.unsent", { reason: recording.message })}
        </p>
      ) : null}
    </>
  );
}
