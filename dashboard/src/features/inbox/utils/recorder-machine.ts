/** A voice note in the making. */
export type Recording =
  | { step: "idle" }
  | { step: "asking" }
  | { step: "recording"; startedAt: number }
  | { step: "listening"; blob: Blob; seconds: number }
  | { step: "sending"; blob: Blob; seconds: number; progress: number }
  | { step: "failed"; reason: "denied" | "missing" | "unsupported" }
  | { step: "unsent"; blob: Blob; seconds: number; message: string };

export type RecordingEvent =
  | { type: "asked" }
  | { type: "started"; at: number }
  | { type: "stopped"; blob: Blob; at: number }
  | { type: "refused"; reason: "denied" | "missing" | "unsupported" }
  | { type: "sent" }
  | { type: "progressed"; share: number }
  | { type: "uploaded" }
  | { type: "uploadFailed"; message: string }
  | { type: "cancelled" };

/** Shorter than this is a slip of the finger. */
export const SHORTEST_SECONDS = 0.5;

/** What a recording becomes by what happens; what does not belong to its step changes nothing. */
export function recordingAfter(state: Recording, event: RecordingEvent): Recording {
  if (event.type === "cancelled") return { step: "idle" };
  switch (state.step) {
    case "idle":
    case "failed":
      return event.type === "asked" ? { step: "asking" } : state;
    case "asking":
      if (event.type === "started") return { step: "recording", startedAt: event.at };
      return event.type === "refused" ? { step: "failed", reason: event.reason } : state;
    case "recording":
      return event.type === "stopped" ? stopped(state.startedAt, event) : state;
    case "listening":
    case "unsent":
      return event.type === "sent" ? { ...held(state), step: "sending", progress: 0 } : state;
    case "sending":
      if (event.type === "progressed") return { ...state, progress: event.share };
      if (event.type === "uploaded") return { step: "idle" };
      return event.type === "uploadFailed" ? { ...held(state), step: "unsent", message: event.message } : state;
  }
}

const held = ({ blob, seconds }: { blob: Blob; seconds: number }) => ({ blob, seconds });

function stopped(startedAt: number, { blob, at }: { blob: Blob; at: number }): Recording {
  const seconds = (at - startedAt) / 1000;
  return seconds < SHORTEST_SECONDS || blob.size === 0 ? { step: "idle" } : { step: "listening", blob, seconds };
}

const FORMATS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"] as const;

/** The form in which this browser records what can become a voice note; the API makes Ogg of the others. */
export const recordingFormat = (isSupported: (type: string) => boolean): string | undefined =>
  FORMATS.find(isSupported);
