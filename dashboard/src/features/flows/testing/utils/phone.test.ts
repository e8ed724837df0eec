import { describe, expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { choicesNow, phoneItems } from "./phone";
import type { Turn } from "./turns";

const NOON = Date.parse("2026-01-05T12:00:00Z");
const line = (by: string, content: Schema<"Line">["content"], choices: string[] = []): Schema<"Line"> => ({
  by,
  text: "",
  at: "2026-01-05T12:00:00Z",
  choices,
  content,
});
const turn = (fields: Partial<Turn>): Turn => ({
  step: { say: "oi" },
  index: 0,
  at: NOON,
  until: NOON,
  lines: [],
  walked: [],
  failures: [],
  moment: null,
  ...fields,
});
const menu = line("bot", { type: "button", body: "?", buttons: [{ id: "s", title: "Sim" }] }, ["Sim"]);

describe("phoneItems", () => {
  test("puts the contact's words on one side and the bot's on the other", () => {
    const items = phoneItems([turn({ lines: [line("contact", { type: "text", body: "oi" }), menu] })]);
    expect(items.map((item) => item.kind === "message" && [item.message.direction, item.message.content])).toEqual([
      ["inbound", { type: "text", body: "oi" }],
      ["outbound", menu.content],
    ]);
  });

  test("tells of time before what is said after it", () => {
    const items = phoneItems([turn({ step: { wait: "1h" }, until: NOON + 3_600_000, lines: [menu] })]);
    expect(items.map((item) => item.kind)).toEqual(["time", "message"]);
    expect(items[0]).toMatchObject({ seconds: 3600 });
  });

  test.each([
    [{ expect: {} }, "begin"],
    [{ fail: "131026" }, "fail"],
    [{ cancel: "taken_over" }, "cancel"],
  ])("tells of %j", (step, event) => expect(phoneItems([turn({ step })])).toMatchObject([{ kind: "event", event }]));

  test("tells what could not be done", () => {
    const failure = { step: 0, code: "no_choice", message: "there is no choice" };
    const items = phoneItems([turn({ failures: [failure] })]);
    expect(items).toMatchObject([{ kind: "failure", failure }]);
  });

  test("gives every item a name of its own", () => {
    const items = phoneItems([turn({ lines: [menu, menu] }), turn({ index: 1, lines: [menu] })]);
    expect(new Set(items.map((item) => item.id)).size).toBe(3);
  });
});

describe("choicesNow", () => {
  test("are those of the last message that had some, as the phone keeps them", () => {
    const thanks = line("bot", { type: "text", body: "Obrigado" });
    expect(choicesNow([turn({ lines: [menu] }), turn({ lines: [thanks] })])).toEqual([{ id: "s", title: "Sim" }]);
  });

  test("are a list's rows, of all of its sections", () => {
    const sections = [{ rows: [{ id: "a", title: "A" }] }, { rows: [{ id: "b", title: "B" }] }];
    const list = line("bot", { type: "list", body: "?", button: "Ver", sections }, ["A", "B"]);
    expect(choicesNow([turn({ lines: [list] })]).map((one) => one.id)).toEqual(["a", "b"]);
  });

  test("are none before anything was offered", () => expect(choicesNow([turn({})])).toEqual([]));
});
