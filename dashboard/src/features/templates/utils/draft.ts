import type { Schema } from "@/api/types";
import { gapsOf, type ParameterFormat } from "./gaps";
import { readParts, type Part } from "./parts";

export type Category = Schema<"CreateTemplateRequest">["category"];
export const CATEGORIES: readonly Category[] = ["utility", "marketing", "authentication"];

export const HEADER_FORMATS = ["NONE", "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"] as const;
export type HeaderFormat = (typeof HEADER_FORMATS)[number];
export const FILE_FORMATS: readonly HeaderFormat[] = ["IMAGE", "VIDEO", "DOCUMENT"];

/** The example of a header with a file: one of ours, or the handle that Meta gave it before. */
export type Sample = { mediaId: string; filename: string } | { handle: string };

export const BUTTON_TYPES = ["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW"] as const;
export type ButtonType = (typeof BUTTON_TYPES)[number];

/** One button as it is edited; `example` is of its address's gap, or the code that is copied. */
export type DraftButton = {
  id: string;
  type: ButtonType;
  text: string;
  url: string;
  phone: string;
  example: string;
  flow: { id: string; action: string | null; screen: string | null };
};

/** A template as it is edited: every part has its place, whether it is used or not. */
export type Draft = {
  name: string;
  language: string;
  category: Category;
  format: ParameterFormat;
  header: { format: HeaderFormat; text: string; example: string; sample: Sample | null };
  body: { text: string; examples: Readonly<Record<string, string>> };
  footer: string;
  buttons: readonly DraftButton[];
  code: { warns: boolean; minutes: number; text: string };
};

export const DEFAULT_MINUTES = 5;

export const EMPTY_DRAFT: Draft = {
  name: "",
  language: "pt_BR",
  category: "utility",
  format: "positional",
  header: { format: "NONE", text: "", example: "", sample: null },
  body: { text: "", examples: {} },
  footer: "",
  buttons: [],
  code: { warns: true, minutes: DEFAULT_MINUTES, text: "" },
};

/** A new button of a kind. */
export const buttonOf = (type: ButtonType, given: Partial<DraftButton> = {}): DraftButton => ({
  id: crypto.randomUUID(),
  type,
  text: "",
  url: "",
  phone: "",
  example: "",
  flow: { id: "", action: null, screen: null },
  ...given,
});

const named = (examples: readonly { param_name: string; example: string }[]): Record<string, string> =>
  Object.fromEntries(examples.map((one) => [one.param_name, one.example]));

function withPart(draft: Draft, part: Part): Draft {
  switch (part.type) {
    case "HEADER": {
      const { header_text, header_text_named_params, header_handle } = part.example;
      const handle = header_handle[0];
      const example = header_text[0] ?? header_text_named_params[0]?.example ?? "";
      const format = HEADER_FORMATS.find((one) => one === part.format) ?? "NONE";
      return { ...draft, header: { format, text: part.text, example, sample: handle ? { handle } : null } };
    }
    case "BODY": {
      const row = part.example.body_text[0] ?? [];
      const numbered = Object.fromEntries(row.map((example, place) => [String(place + 1), example]));
      const examples = { ...numbered, ...named(part.example.body_text_named_params) };
      const warns = part.add_security_recommendation ?? draft.code.warns;
      return { ...draft, body: { text: part.text, examples }, code: { ...draft.code, warns } };
    }
    case "FOOTER":
      return {
        ...draft,
        footer: part.text,
        code: { ...draft.code, minutes: part.code_expiration_minutes ?? draft.code.minutes },
      };
    case "BUTTONS": {
      const known = part.buttons.flatMap((one) => {
        const type = BUTTON_TYPES.find((kind) => kind === one.type);
        const flow = { id: one.flow_id ?? "", action: one.flow_action ?? null, screen: one.navigate_screen ?? null };
        const example = one.example[0] ?? "";
        return type ? [buttonOf(type, { text: one.text, url: one.url, phone: one.phone_number, example, flow })] : [];
      });
      return { ...draft, buttons: known, code: { ...draft.code, text: part.buttons[0]?.text ?? "" } };
    }
  }
}

type Told = Pick<Schema<"TemplateRow">, "name" | "language" | "category" | "parameter_format" | "components">;

/** Reads a template of the API as it is edited. */
export function draftOf(template: Told): Draft {
  const category = CATEGORIES.find((one) => one === template.category) ?? "utility";
  const { name, language, parameter_format: format } = template;
  return readParts(template.components).known.reduce(withPart, { ...EMPTY_DRAFT, name, language, category, format });
}

/** The draft with examples for the gaps that its text has, and for no others. */
export function neededExamples(draft: Draft): Record<string, string> {
  return Object.fromEntries(gapsOf(draft.body.text).map((gap) => [gap, draft.body.examples[gap] ?? ""]));
}
