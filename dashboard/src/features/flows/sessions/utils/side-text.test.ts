import { expect, test } from "vitest";
import { sideText } from "./side-text";

test.each([
  ['{"type":"list","body":"Oi, \\"Ana\\"!\\nO que vai ser?","button":"Ver","sect…', 'Oi, "Ana"!\nO que vai ser?'],
  ['{"type":"text","body":"cortado aqu…', "cortado aqu…"],
  ["menu asked", "menu asked"],
  ['{"due_at": null}', '{"due_at": null}'],
  [null, "–"],
])("tells %s", (side, text) => expect(sideText(side)).toBe(text));

test("cuts what is long", () => expect(sideText("x".repeat(500))).toHaveLength(241));
