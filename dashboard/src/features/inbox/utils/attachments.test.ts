import { describe, expect, test } from "vitest";
import { checkFile, LIMITS, takesCaption } from "./attachments";

const check = (type: string, size = 10) => checkFile({ type, size });

describe("a file", () => {
  test("is sent as what WhatsApp takes it for", () => {
    expect(check("image/png")).toEqual({ kind: "image" });
    expect(check("audio/ogg;codecs=opus")).toEqual({ kind: "audio" });
    expect(check("application/pdf")).toEqual({ kind: "document" });
  });

  test("of another type is refused", () => {
    expect(check("image/webp")).toEqual({ problem: "type" });
    expect(check("text/html")).toEqual({ problem: "type" });
    expect(check("")).toEqual({ problem: "type" });
  });

  test("may be as large as its kind's limit, and no larger", () => {
    expect(check("image/jpeg", LIMITS.image)).toEqual({ kind: "image" });
    expect(check("image/jpeg", LIMITS.image + 1)).toEqual({ problem: "size", limit: LIMITS.image });
    expect(check("application/pdf", LIMITS.image + 1)).toEqual({ kind: "document" });
  });

  test("must hold something", () => {
    expect(check("image/jpeg", 0)).toEqual({ problem: "empty" });
  });

  test("has words below it unless it is a sound", () => {
    expect(takesCaption("video")).toBe(true);
    expect(takesCaption("audio")).toBe(false);
  });
});
