import { z } from "zod";
import type { Schema } from "@/api/types";

type Row = Pick<Schema<"TemplateRow">, "components" | "parameter_format" | "category">;
type HeaderMediaKind = "image" | "video" | "document";

/** A gap of a template that somebody must fill: `header`, `body.1`, `body.nome` or `button.0`. */
export type Slot = {
  id: string;
  place: "header" | "body" | "button";
  /** The gap's own number or name; of a button its place. */
  name: string;
  /** What stands there in the example that Meta was shown. */
  example: string;
  /** Of a button, its words. */
  button?: string;
};

/** What a template asks for before it can be sent. */
export type TemplateModel = { slots: Slot[]; headerMedia: HeaderMediaKind | null; isSendable: boolean };

export type SlotValues = Readonly<Record<string, string>>;

const named = z.array(z.object({ param_name: z.string(), example: z.string() }));
const example = z.looseObject({
  header_text: z.array(z.string()).optional(),
  header_text_named_params: named.optional(),
  body_text: z.array(z.array(z.string())).optional(),
  body_text_named_params: named.optional(),
});
const button = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  url: z.string().nullish(),
  example: z.union([z.array(z.string()), z.string()]).nullish(),
});
const component = z.looseObject({
  type: z.string(),
  format: z.string().nullish(),
  text: z.string().nullish(),
  example: example.nullish(),
  buttons: z.array(button).nullish(),
});
type Component = z.infer<typeof component>;

const GAP = /\{\{\s*([^{}]*?)\s*\}\}/g;
const MEDIA: Record<string, HeaderMediaKind> = { IMAGE: "image", VIDEO: "video", DOCUMENT: "document" };
/** Parts that this screen can fill or that need nothing. */
const KNOWN = new Set(["HEADER", "BODY", "FOOTER", "BUTTONS"]);

/** The gaps of a text, each once: numbers in their order, names in order of appearance. */
export function gapsOf(text: string | null | undefined): string[] {
  const found = [...new Set([...(text ?? "").matchAll(GAP)].map(([, name]) => name ?? ""))];
  return found.every((gap) => /^[1-9]\d*$/.test(gap)) ? found.sort((one, other) => Number(one) - Number(other)) : found;
}

/** Reads a template's parts, which are in Meta's own shape; one that cannot be read is left out. */
export function componentsOf(row: Pick<Row, "components">): Component[] {
  if (!Array.isArray(row.components)) return [];
  return row.components.flatMap((raw) => {
    const read = component.safeParse(raw);
    return read.success ? [read.data] : [];
  });
}

/** Tells what a template asks for. One with a part that nobody here knows cannot be filled in here. */
export function modelOf(row: Row): TemplateModel {
  const parts = componentsOf(row);
  const header = parts.find(({ type }) => type === "HEADER");
  const headerMedia = MEDIA[header?.format ?? ""] ?? null;
  const isSendable = parts.every(({ type }) => KNOWN.has(type)) && header?.format !== "LOCATION";
  return { slots: parts.flatMap((part) => slotsOf(part, row)), headerMedia, isSendable };
}

function slotsOf(part: Component, row: Row): Slot[] {
  if (part.type === "HEADER" && part.format === "TEXT") {
    const [gap] = gapsOf(part.text);
    const shown = part.example?.header_text?.[0] ?? part.example?.header_text_named_params?.[0]?.example ?? "";
    return gap === undefined ? [] : [{ id: "header", place: "header", name: gap, example: shown }];
  }
  if (part.type === "BODY") return bodySlots(part);
  // The code of a code template goes with its button by itself.
  if (part.type === "BUTTONS" && row.category !== "authentication") return (part.buttons ?? []).flatMap(buttonSlot);
  return [];
}

function bodySlots(part: Component): Slot[] {
  const byName = new Map(part.example?.body_text_named_params?.map((one) => [one.param_name, one.example]));
  const inOrder = part.example?.body_text?.[0] ?? [];
  return gapsOf(part.text).map((name, at) => {
    const shown = byName.get(name) ?? inOrder[at] ?? "";
    return { id: `body.${name}`, place: "body", name, example: shown };
  });
}

function buttonSlot(given: z.infer<typeof button>, at: number): Slot[] {
  const asks = given.type === "COPY_CODE" || (given.type === "URL" && gapsOf(given.url).length > 0);
  if (!asks) return [];
  const whole = (Array.isArray(given.example) ? given.example[0] : given.example) ?? "";
  // Of an address only its end is given: the example shows the whole one.
  const base = given.url?.split("{{")[0] ?? "";
  const shown = base !== "" && whole.startsWith(base) ? whole.slice(base.length) : whole;
  return [{ id: `button.${at}`, place: "button", name: String(at), example: shown, button: given.text ?? "" }];
}

/** The ids of what is still empty; `header_media` for the file above the text. */
export function missingIn(model: TemplateModel, values: SlotValues, hasMedia: boolean): string[] {
  const empty = model.slots.filter(({ id }) => !values[id]?.trim()).map(({ id }) => id);
  return model.headerMedia && !hasMedia ? ["header_media", ...empty] : empty;
}

const filled = (model: TemplateModel, values: SlotValues, place: Slot["place"]): [Slot, string][] =>
  model.slots.flatMap((slot) => {
    const value = values[slot.id]?.trim();
    return slot.place === place && value ? [[slot, value] as [Slot, string]] : [];
  });

/** What the preview is asked with. An unnamed gap keeps its place though those before it are empty. */
export function parametersOf(model: TemplateModel, values: SlotValues, format: Row["parameter_format"]) {
  const body = model.slots.filter(({ place }) => place === "body");
  return {
    header: filled(model, values, "header")[0]?.[1] ?? null,
    body:
      format === "named"
        ? Object.fromEntries(filled(model, values, "body").map(([slot, value]) => [slot.name, value]))
        : body.map(({ id }) => values[id]?.trim() ?? ""),
    buttons: filled(model, values, "button").map(([slot, value]) => ({ index: Number(slot.name), value })),
  } satisfies Schema<"TemplateParameters">;
}

/** Meta's components for sending the template, as far as its giver must say them: the API adds what the template knows. */
export function toComponents(model: TemplateModel, values: SlotValues, format: Row["parameter_format"]): unknown[] {
  const text = (value: string, name?: string) => ({
    type: "text",
    text: value,
    ...(name ? { parameter_name: name } : {}),
  });
  const header = filled(model, values, "header").map(([, value]) => text(value));
  const body = filled(model, values, "body").map(([slot, value]) =>
    text(value, format === "named" ? slot.name : undefined),
  );
  return [
    ...(header.length ? [{ type: "header", parameters: header }] : []),
    ...(body.length ? [{ type: "body", parameters: body }] : []),
    ...filled(model, values, "button").map(([slot, value]) => ({
      type: "button",
      index: slot.name,
      parameters: [text(value)],
    })),
  ];
}
