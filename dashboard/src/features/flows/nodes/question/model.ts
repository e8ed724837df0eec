import { z } from "zod";
import { choicesOf, listSchema, menuProblems, optionsSchema, readMenu, type Menu } from "../choices";
import { minutes, retries, text, variableName } from "../fields";
import { MAX_INTERACTIVE_TEXT, MAX_PATTERN, MAX_TEXT } from "../limits";
import { missing, tooLong, type Problem } from "../problems";
import type { ValueType, Written } from "../written";

export const QUESTION_KINDS = [
  "text",
  "number",
  "email",
  "phone",
  "cpf",
  "cnpj",
  "date",
  "choice",
  "regex",
  "media",
  "location",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const questionSchema = z.looseObject({
  text,
  kind: z.enum(QUESTION_KINDS).optional(),
  save_as: text,
  retries,
  retry_text: text,
  timeout_minutes: minutes,
  pattern: text,
  choices: optionsSchema.optional(),
  buttons: optionsSchema.optional(),
  list: listSchema.nullish(),
  header: text,
  footer: text,
});
export type QuestionData = z.infer<typeof questionSchema>;

/** What it offers: `choices` and `buttons` are two words for the same. */
export function menuOf(data: QuestionData): Menu {
  return readMenu([...(data.choices ?? []), ...(data.buttons ?? [])], data);
}

/** What publishing would refuse. */
export function questionProblems(data: QuestionData): Problem[] {
  const menu = menuOf(data);
  const offers = choicesOf(menu).length > 0;
  const limit = offers ? MAX_INTERACTIVE_TEXT : MAX_TEXT;
  return [
    ...missing("empty_message", "text", data.text),
    ...tooLong("text", data.text, limit),
    ...tooLong("retry_text", data.retry_text, limit),
    ...(data.kind === "choice" && !offers ? [{ code: "no_choices", path: "choices" }] : []),
    ...(data.kind === "regex" ? patternProblems(data.pattern ?? "") : []),
    ...menuProblems(menu, "choices"),
  ];
}

function patternProblems(pattern: string): Problem[] {
  if (!pattern) return [{ code: "bad_pattern", path: "pattern" }];
  const hasLookAround = /\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern);
  return [
    ...tooLong("pattern", pattern, MAX_PATTERN),
    ...(hasLookAround ? [{ code: "look_around", path: "pattern" }] : []),
  ];
}

const TYPES: Partial<Record<QuestionKind, ValueType>> = {
  number: "number",
  date: "date",
  media: "object",
  location: "object",
};
const LOCATION = { latitude: "number", longitude: "number", name: "text", address: "text" } as const;

export function questionWrites(data: QuestionData): Written[] {
  const kind = data.kind ?? "text";
  const fields = kind === "location" ? { fields: LOCATION } : {};
  return [{ name: variableName(data.save_as), type: TYPES[kind] ?? "text", ...fields }];
}
