import { buttonFindings } from "./button-rules";
import { FILE_FORMATS, neededExamples, type Draft } from "./draft";
import { error, lengthOf, tooLong, type Finding } from "./finding";
import { gapsOf, withoutGaps, wrongGaps, type ParameterFormat } from "./gaps";
import { LANGUAGES } from "./languages";

export const MAX_NAME = 512;
export const MAX_HEADER = 60;
export const MAX_BODY = 1024;
export const MAX_FOOTER = 60;
export const MAX_MINUTES = 90;

const gapFindings = (at: string, text: string, given: { format: ParameterFormat; mayBorder: boolean }): Finding[] =>
  wrongGaps(text, given).map(({ key, gap }) => error(at, `gap.${key}`, gap === undefined ? undefined : { gap }));

function headerFindings({ header, format }: Draft): Finding[] {
  if (header.format === "NONE" || header.format === "LOCATION") return [];
  if (FILE_FORMATS.includes(header.format)) return header.sample ? [] : [error("header.sample", "sample")];
  const gaps = gapsOf(header.text);
  const at = "header.text";
  return [
    ...tooLong(at, header.text, MAX_HEADER),
    ...gapFindings(at, header.text, { format, mayBorder: true }),
    ...(gaps.length > 1 ? [error(at, "one_gap")] : []),
    ...(/[\n\r*_~`]/.test(header.text.replace(/\{\{.*?\}\}/g, "")) ? [error(at, "formatting")] : []),
    ...(gaps.length && !header.example.trim() ? [error("header.example", "example", { gap: gaps[0] ?? "" })] : []),
  ];
}

/** Meta refuses texts that are mostly gaps; its measure is its own, this one is of those who were refused. */
function tooManyGaps(text: string): Finding[] {
  const gaps = gapsOf(text).length;
  const words = withoutGaps(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const needed = gaps * 2 + 1;
  return gaps && words < needed
    ? [{ at: "body.text", key: "ratio", level: "warning", values: { gaps, words, needed } }]
    : [];
}

function bodyFindings(draft: Draft): Finding[] {
  const { text } = draft.body;
  const missing = Object.entries(neededExamples(draft)).filter(([, example]) => !example.trim());
  return [
    ...tooLong("body.text", text, MAX_BODY),
    ...gapFindings("body.text", text, { format: draft.format, mayBorder: false }),
    ...tooManyGaps(text),
    ...missing.map(([gap]) => error(`body.examples.${gap}`, "example", { gap })),
  ];
}

function footerFindings({ footer }: Draft): Finding[] {
  if (!footer.trim()) return [];
  return [...tooLong("footer", footer, MAX_FOOTER), ...(footer.includes("{{") ? [error("footer", "no_gap")] : [])];
}

function codeFindings({ code }: Draft): Finding[] {
  const isInTime = Number.isInteger(code.minutes) && code.minutes >= 1 && code.minutes <= MAX_MINUTES;
  return [
    ...(isInTime ? [] : [error("code.minutes", "minutes", { most: MAX_MINUTES })]),
    ...(lengthOf(code.text) > 25 ? [error("code.text", "long", { most: 25, length: lengthOf(code.text) })] : []),
  ];
}

/** Everything that Meta would refuse of a draft, as far as it can be known before asking, and what it may not like. */
export function findingsOf(draft: Draft): Finding[] {
  return [
    ...(/^[a-z0-9_]{1,512}$/.test(draft.name)
      ? []
      : [error("name", draft.name ? "name" : "missing", { most: MAX_NAME })]),
    ...(LANGUAGES.includes(draft.language) ? [] : [error("language", "language")]),
    ...(draft.category === "authentication"
      ? codeFindings(draft)
      : [...headerFindings(draft), ...bodyFindings(draft), ...footerFindings(draft), ...buttonFindings(draft.buttons)]),
  ];
}

/** A name as Meta takes it, made of what was typed. */
export function nameOf(typed: string): string {
  return typed
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_");
}
