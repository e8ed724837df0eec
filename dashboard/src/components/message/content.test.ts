import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentOf, fileOf, wordsOf } from "./content";

describe("a content", () => {
  test("that lacks what its kind needs is unsupported, and so is a kind of later", () => {
    expect(contentOf({ type: "text" })).toEqual({ type: "unsupported", kind: "text" });
    expect(contentOf({ type: "hologram", body: "x" })).toEqual({ type: "unsupported", kind: "hologram" });
  });

  test("of any JSON is read without an error", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void wordsOf(contentOf(value))));
  });

  test("gives the file above its buttons", () => {
    const content = contentOf({
      type: "button",
      body: "Oi",
      buttons: [],
      header_media: { type: "image", media_id: "f1" },
    });

    expect(fileOf(content)).toEqual({ type: "image", media_id: "f1" });
  });

  test.each([
    [{ type: "image", caption: "Foto" }, "Foto"],
    [{ type: "interactive", kind: "button", title: "Sim" }, "Sim"],
    [{ type: "template", name: "aviso", language: "pt_BR", preview: "Olá" }, "Olá"],
    [{ type: "location", latitude: 1, longitude: 2 }, null],
  ])("of %o has the words %s", (content, expected) => {
    expect(wordsOf(contentOf(content))).toBe(expected);
  });
});
