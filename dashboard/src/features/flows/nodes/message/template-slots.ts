import type { Template } from "./model";

/** A blank of a template: which part it stands in, and how that part is told what to put there. */
export type Slot = {
  /** Stands for it in the form: `body.1`, `header.nome`, `button.0`. */
  key: string;
  part: "header" | "body" | "button";
  kind: "text" | "image" | "video" | "document" | "coupon_code";
  /** The name of a named blank. */
  name?: string;
  /** The place of a button. */
  index?: number;
  /** The button's or the blank's own word. */
  label: string;
};

type Json = Record<string, unknown>;

const record = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
const records = (value: unknown): Json[] => (Array.isArray(value) ? value.map(record) : []);
const word = (value: unknown): string => (typeof value === "string" ? value : "");

/** The blanks of a template as Meta describes it. */
export function slotsOf(components: unknown): Slot[] {
  return records(components).flatMap((component): Slot[] => {
    switch (word(component.type).toLowerCase()) {
      case "header":
        return headerSlots(component);
      case "body":
        return textSlots("body", word(component.text));
      case "buttons":
        return records(component.buttons).flatMap(buttonSlots);
      default:
        return [];
    }
  });
}

function headerSlots(component: Json): Slot[] {
  const format = word(component.format).toLowerCase();
  if (format === "text") return textSlots("header", word(component.text));
  const kind = (["image", "video", "document"] as const).find((one) => one === format);
  return kind ? [{ key: "header", part: "header", kind, label: kind }] : [];
}

function textSlots(part: "header" | "body", text: string): Slot[] {
  const names = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? ""))];
  return names.map((name): Slot => {
    const named = /^\d+$/.test(name) ? {} : { name };
    return { key: `${part}.${name}`, part, kind: "text", label: `{{${name}}}`, ...named };
  });
}

function buttonSlots(button: Json, index: number): Slot[] {
  const label = word(button.text);
  const type = word(button.type).toLowerCase();
  if (type === "url" && word(button.url).includes("{{"))
    return [{ key: `button.${index}`, part: "button", kind: "text", index, label }];
  if (type === "copy_code") return [{ key: `button.${index}`, part: "button", kind: "coupon_code", index, label }];
  return [];
}

/** What is put into the blanks, read from the components that a node sends. */
export function readSlots(slots: readonly Slot[], components: Template["components"]): Record<string, string> {
  const parts = records(components);
  return Object.fromEntries(slots.map((slot) => [slot.key, readSlot(slot, slots, parts)]));
}

function readSlot(slot: Slot, slots: readonly Slot[], parts: readonly Json[]): string {
  const part = parts.find(
    (one) =>
      word(one.type).toLowerCase() === slot.part && (slot.index === undefined || Number(one.index) === slot.index),
  );
  const parameters = records(part?.parameters);
  const place = slots.filter((one) => one.part === slot.part && one.index === slot.index).indexOf(slot);
  const parameter = slot.name ? parameters.find((one) => one.parameter_name === slot.name) : parameters[place];
  if (!parameter) return "";
  if (slot.kind === "text") return word(parameter.text);
  return slot.kind === "coupon_code" ? word(parameter.coupon_code) : word(record(parameter[slot.kind]).link);
}

/** Writes the components that a node sends, as Meta wants them: each part once, its parameters in order. */
export function writeSlots(slots: readonly Slot[], values: Readonly<Record<string, string>>): Json[] {
  const parts = new Map<string, Json & { parameters: Json[] }>();
  for (const slot of slots) {
    const key = `${slot.part}${slot.index ?? ""}`;
    const part = parts.get(key) ?? { ...headOf(slot), parameters: [] };
    part.parameters.push(parameterOf(slot, values[slot.key] ?? ""));
    parts.set(key, part);
  }
  return [...parts.values()];
}

function headOf(slot: Slot): Json {
  if (slot.part !== "button") return { type: slot.part };
  return {
    type: "button",
    sub_type: slot.kind === "coupon_code" ? "copy_code" : "url",
    index: String(slot.index ?? 0),
  };
}

function parameterOf(slot: Slot, value: string): Json {
  if (slot.kind === "text") return { type: "text", ...(slot.name ? { parameter_name: slot.name } : {}), text: value };
  return slot.kind === "coupon_code"
    ? { type: "coupon_code", coupon_code: value }
    : { type: slot.kind, [slot.kind]: { link: value } };
}

/** The words of a template with its blanks filled in: what the node shows as what it has sent. */
export function previewOf(components: unknown, values: Readonly<Record<string, string>>): string {
  const body = records(components).find((one) => word(one.type).toLowerCase() === "body");
  return word(body?.text).replace(/\{\{\s*(\w+)\s*\}\}/g, (blank, name: string) => values[`body.${name}`] || blank);
}
