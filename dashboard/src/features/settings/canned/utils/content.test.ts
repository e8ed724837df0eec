import { expect, test } from "vitest";
import { kindOf, readContent, shownContent, writeContent } from "./content";

test("a text and a captioned picture are read and written as they were", () => {
  const said = { type: "text", body: "Olá" };
  expect(writeContent(readContent(said) ?? { body: "", attachment: null })).toEqual(said);
  const picture = { type: "image", media_id: "m1", caption: "Mapa" };
  expect(writeContent(readContent(picture) ?? { body: "", attachment: null })).toEqual(picture);
});

test("buttons are not for this form, but are shown", () => {
  const buttons = { type: "button", body: "Qual plano?", buttons: [] };
  expect(readContent(buttons)).toBeNull();
  expect(shownContent(buttons)).toEqual({ kind: "other", text: "Qual plano?" });
});

test("what WhatsApp shows as no picture goes as a document, and a sound without a caption", () => {
  expect(kindOf("image/png")).toBe("image");
  expect(kindOf("image/tiff")).toBe("document");
  expect(writeContent({ body: "ignored", attachment: { kind: "audio", mediaId: "m", name: "a.mp3" } })).toEqual({
    type: "audio",
    media_id: "m",
  });
});
