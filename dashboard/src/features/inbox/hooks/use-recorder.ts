import { useEffect, useReducer, useRef } from "react";
import { uploadWithProgress } from "@/api/media/upload-with-progress";
import { ApiError } from "@/lib/api-error";
import { recordingAfter, recordingFormat } from "../utils/recorder-machine";

type Tape = { recorder: MediaRecorder; stream: MediaStream };

const whyNot = (error: unknown): "denied" | "missing" =>
  error instanceof DOMException && (error.name === "NotFoundError" || error.name === "NotReadableError")
    ? "missing"
    : "denied";

function end(tape: Tape | null): void {
  if (tape?.recorder.state === "recording") tape.recorder.stop();
  for (const track of tape?.stream.getTracks() ?? []) track.stop();
}

/** Records a voice note: asks for the microphone, records, lets one listen, brings it to the server. */
export function useRecorder(onReady: (mediaId: string, blob: Blob) => void) {
  const [recording, tell] = useReducer(recordingAfter, { step: "idle" });
  const tape = useRef<Tape | null>(null);
  const isKept = useRef(true);
  /** Counts the tries: a microphone that is given to one that was called off is let go. */
  const tries = useRef(0);
  useEffect(
    () => () => {
      tries.current += 1;
      end(tape.current);
    },
    [],
  );

  const start = async () => {
    tries.current += 1;
    const mine = tries.current;
    tell({ type: "asked" });
    const format =
      "MediaRecorder" in window && "mediaDevices" in navigator
        ? recordingFormat((type) => MediaRecorder.isTypeSupported(type))
        : undefined;
    if (!format) return tell({ type: "refused", reason: "unsupported" });
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (mine !== tries.current) return stream.getTracks().forEach((track) => track.stop());
      const recorder = new MediaRecorder(stream, { mimeType: format });
      const parts: Blob[] = [];
      isKept.current = true;
      tape.current = { recorder, stream };
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        end({ recorder, stream });
        if (isKept.current) tell({ type: "stopped", blob: new Blob(parts, { type: format }), at: Date.now() });
      };
      recorder.start();
      tell({ type: "started", at: Date.now() });
    } catch (error) {
      if (mine === tries.current) tell({ type: "refused", reason: whyNot(error) });
    }
  };

  const cancel = () => {
    tries.current += 1;
    isKept.current = false;
    end(tape.current);
    tell({ type: "cancelled" });
  };

  const send = async () => {
    if (recording.step !== "listening" && recording.step !== "unsent") return;
    const { blob } = recording;
    const name = blob.type.startsWith("audio/ogg")
      ? "voice.ogg"
      : blob.type.startsWith("audio/mp4")
        ? "voice.m4a"
        : "voice.webm";
    tell({ type: "sent" });
    try {
      const onProgress = (share: number) => tell({ type: "progressed", share });
      const signal = new AbortController().signal;
      const media = await uploadWithProgress({
        file: blob,
        name,
        kind: "voice",
        key: crypto.randomUUID(),
        signal,
        onProgress,
      });
      tell({ type: "uploaded" });
      onReady(media.id, blob);
    } catch (error) {
      tell({ type: "uploadFailed", message: error instanceof ApiError ? error.message : String(error) });
    }
  };

  const stop = () => tape.current?.recorder.stop();
  const stream = () => tape.current?.stream ?? null;
  return { recording, start, stop, cancel, send, stream };
}

export type Recorder = ReturnType<typeof useRecorder>;
