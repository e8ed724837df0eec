import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hrefOf, isEmojiOnly, parseInline, parseText, plainText, sourceOf, type Block } from "./format-text";

const kinds = (line: string) => parseInline(line).map((inline) => inline.kind);

const written = (blocks: readonly Block[]): string[] =>
  blocks.map((block) =>
    block.kind === "code"
      ? "```" + block.text + "```"
      : block.lines.map(({ prefix, inlines }) => prefix + sourceOf(inlines)).join("\n"),
  );

/** Texts that are rich in what the parser looks for. */
const marked = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "*",
        "_",
        "~",
        "`",
        "```",
        "\n",
        "> ",
        "- ",
        "1. ",
        " ",
        "a",
        "é",
        "https://a.b/c_d",
        "x@y.io",
        "👍",
      ),
      fc.string(),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));

describe("a line", () => {
  test.each([
    ["*forte*", ["bold"]],
    ["_fino_ e ~fora~", ["italic", "text", "strike"]],
    ["`código`", ["code"]],
    ["```mono```", ["code"]],
    ["2*3*4", ["text"]],
    ["snake_case_name", ["text"]],
    ["* não *", ["text"]],
    ["**", ["text"]],
    ["veja https://pytake.example/a_b_c.", ["text", "link", "text"]],
    ["ana@aurora.example", ["link"]],
  ])("reads %s", (line, expected) => {
    expect(kinds(line)).toEqual(expected);
  });

  test("reads marks within marks", () => {
    expect(parseInline("*a _b_*")).toEqual([
      {
        kind: "bold",
        children: [
          { kind: "text", text: "a " },
          { kind: "italic", children: [{ kind: "text", text: "b" }] },
        ],
      },
    ]);
  });

  test("leaves marks within code alone", () => {
    expect(parseInline("`*a*`")).toEqual([{ kind: "code", mark: "`", text: "*a*" }]);
  });

  test("loses nothing of any line", () => {
    fc.assert(
      fc.property(marked, (text) => {
        const line = text.replaceAll("\n", " ");
        expect(sourceOf(parseInline(line))).toBe(line);
      }),
    );
  });
});

describe("a text", () => {
  test("tells quotes, lists and lines apart", () => {
    expect(parseText("oi\n> dito\n- um\n- dois\n1. três").map(({ kind }) => kind)).toEqual([
      "lines",
      "quote",
      "bullets",
      "numbers",
    ]);
  });

  test("keeps the line breaks of code", () => {
    expect(parseText("antes\n```a\n  b```")).toContainEqual({ kind: "code", text: "a\n  b" });
  });

  test("loses no letter, only breaks between blocks", () => {
    fc.assert(
      fc.property(marked, (text) => {
        expect(written(parseText(text)).join("").replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
      }),
    );
  });

  test("says its words without marks", () => {
    expect(plainText("*Olá*, _Ana_\n> `x`")).toBe("Olá, Ana x");
  });

  test("is read quickly, however many marks it has", () => {
    const began = performance.now();
    parseText("*a _b ~c ".repeat(5_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test("follows no address but http, https and mailto", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const href = hrefOf(text);
      expect(href === null || /^(https?|mailto):/.test(href)).toBe(true);
    }),
  );
  expect(hrefOf("javascript:alert(1)")).toBeNull();
});

test.each([
  ["👍", true],
  ["👨‍👩‍👧 ❤️", true],
  ["🇧🇷", true],
  ["👍👍👍👍", false],
  ["ok 👍", false],
  ["12", false],
  ["", false],
])("draws %s big: %s", (text, expected) => {
  expect(isEmojiOnly(text)).toBe(expected);
});
