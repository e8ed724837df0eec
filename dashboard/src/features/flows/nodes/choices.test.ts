import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choicesOf,
  menuProblems,
  newOption,
  readMenu,
  readOption,
  writeList,
  writeOption,
  type Option,
} from "./choices";

const option = fc.record({
  id: fc.string({ minLength: 1 }),
  title: fc.string({ minLength: 1 }),
  description: fc.string(),
});

describe("options", () => {
  test("are the same once they were written and read", () => {
    fc.assert(
      fc.property(option, (one) => {
        expect(readOption(writeOption(one))).toEqual(one);
      }),
    );
  });

  test("are written as a title where that says all", () => {
    expect(writeOption({ id: "Sim", title: "Sim", description: "" })).toBe("Sim");
  });

  test("keep their way out when they are called otherwise", () => {
    const renamed = { ...readOption("Suporte"), title: "Ajuda" };
    expect(writeOption(renamed)).toEqual({ id: "Suporte", title: "Ajuda" });
  });

  test("get an id that no other has", () => {
    const first = newOption("Opção 1", []);
    expect(newOption("Opção 1", [first]).id).not.toBe(first.id);
  });
});

describe("a list", () => {
  test("has the same rows in the same sections once it was written and read", () => {
    const sections = fc.array(fc.record({ title: fc.string(), rows: fc.array(option, { minLength: 1 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(sections, (given) => {
        expect(readMenu([], { list: writeList("Ver", given) }).sections).toEqual(given);
      }),
    );
  });

  test("is read in each of its spellings", () => {
    const titles = (list: Parameters<typeof readMenu>[1]["list"]) =>
      choicesOf(readMenu([], { list })).map((one) => one.title);
    expect(titles(["A", { title: "B" }])).toEqual(["A", "B"]);
    expect(titles({ rows: ["A"], sections: [{ title: "s", rows: ["B"] }] })).toEqual(["A", "B"]);
  });
});

describe("the limits of WhatsApp", () => {
  const codes = (menu: Parameters<typeof menuProblems>[0]) =>
    menuProblems(menu, "buttons").map(({ code, path }) => `${code} ${path}`);
  const named = (...titles: string[]): Option[] => titles.map((title) => ({ id: title, title, description: "" }));

  test("hold for buttons", () => {
    expect(codes(readMenu(["A", "B", "C"], {}))).toEqual([]);
    expect(codes(readMenu(["A", "B", "C", "D"], {}))).toEqual(["too_many_buttons buttons"]);
    expect(codes(readMenu(["A".repeat(21)], {}))).toEqual(["title_too_long buttons[0].title"]);
    expect(
      codes(
        readMenu(
          [
            { id: "1", title: "Sim" },
            { id: "2", title: "SIM" },
          ],
          {},
        ),
      ),
    ).toEqual(["same_title_twice buttons[1].title"]);
  });

  test("hold for rows and sections", () => {
    const sections = [
      { title: "", rows: named("A".repeat(25)) },
      { title: "Outra", rows: [{ id: "x", title: "X", description: "d".repeat(73) }] },
    ];
    expect(codes(readMenu([], { list: writeList("", sections) })).sort()).toEqual([
      "description_too_long list.sections[1].rows[0].description",
      "section_without_title list.sections[0].title",
      "title_too_long list.sections[0].rows[0].title",
    ]);
    expect(codes(readMenu([], { list: [..."ABCDEFGHIJK"] }))).toEqual(["too_many_rows list"]);
  });
});
