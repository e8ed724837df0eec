import { describe, expect, test } from "vitest";
import { recordingAfter, recordingFormat, type Recording, type RecordingEvent } from "./recorder-machine";

const BLOB = new Blob(["sound"]);
const after = (...events: RecordingEvent[]): Recording => events.reduce(recordingAfter, { step: "idle" } as Recording);
const ASKED: RecordingEvent = { type: "asked" };
const STARTED: RecordingEvent = { type: "started", at: 1_000 };
const STOPPED: RecordingEvent = { type: "stopped", blob: BLOB, at: 4_500 };
const SENT: RecordingEvent = { type: "sent" };

describe("a voice note", () => {
  test("is listened to before it is sent", () => {
    expect(after(ASKED, STARTED, STOPPED)).toEqual({ step: "listening", blob: BLOB, seconds: 3.5 });
    expect(after(ASKED, STARTED, STOPPED, SENT)).toMatchObject({ step: "sending", progress: 0 });
  });

  test("that is but a slip of the finger is forgotten", () => {
    expect(after(ASKED, STARTED, { type: "stopped", blob: BLOB, at: 1_300 })).toEqual({ step: "idle" });
    expect(after(ASKED, STARTED, { type: "stopped", blob: new Blob(), at: 9_000 })).toEqual({ step: "idle" });
  });

  test("says why the microphone is not to be had, and may be tried again", () => {
    const refused = after(ASKED, { type: "refused", reason: "denied" });

    expect(refused).toEqual({ step: "failed", reason: "denied" });
    expect(recordingAfter(refused, ASKED)).toEqual({ step: "asking" });
  });

  test("that could not be brought is kept and sent again", () => {
    const unsent = after(ASKED, STARTED, STOPPED, SENT, { type: "uploadFailed", message: "no network" });

    expect(unsent).toEqual({ step: "unsent", blob: BLOB, seconds: 3.5, message: "no network" });
    expect(recordingAfter(unsent, SENT)).toMatchObject({ step: "sending", blob: BLOB });
  });

  test("is over once it was brought, or thrown away at any step", () => {
    expect(after(ASKED, STARTED, STOPPED, SENT, { type: "uploaded" })).toEqual({ step: "idle" });
    expect(after(ASKED, { type: "cancelled" })).toEqual({ step: "idle" });
  });

  test("takes no start that comes after it was cancelled", () => {
    expect(after(ASKED, { type: "cancelled" }, STARTED)).toEqual({ step: "idle" });
  });

  test("is recorded as Ogg where the browser can, else as what the API makes Ogg of", () => {
    expect(recordingFormat(() => true)).toBe("audio/ogg;codecs=opus");
    expect(recordingFormat((type) => type.startsWith("audio/webm"))).toBe("audio/webm;codecs=opus");
    expect(recordingFormat(() => false)).toBeUndefined();
  });
});
