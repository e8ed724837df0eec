import { z } from "zod";
import { fold } from "../utils/handles";
import { freshId } from "./fields";
import * as limits from "./limits";
import { repeated, type Problem } from "./problems";

export const optionSchema = z.union([
  z.string(),
  z.looseObject({ title: z.string(), id: z.string().optional(), description: z.string().nullish() }),
]);
export const optionsSchema = z.array(optionSchema);
const groupSchema = z.looseObject({ rows: optionsSchema.optional(), title: z.string().optional() });
const listSpecSchema = z.looseObject({
  button: z.string().optional(),
  rows: optionsSchema.optional(),
  sections: z.array(groupSchema).optional(),
});
export const listSchema = z.union([optionsSchema, listSpecSchema]);

export type WrittenOption = z.infer<typeof optionSchema>;
export type WrittenList = z.infer<typeof listSchema>;
/** One thing to press, read: without an id of its own its title is its id. */
export type Option = { id: string; title: string; description: string };
export type Section = { title: string; rows: Option[] };
export type Choices = { list?: WrittenList | null; header?: string; footer?: string };
/** How things to press are shown. */
export type MenuStyle = "none" | "buttons" | "list";
export type Menu = {
  style: MenuStyle;
  buttons: Option[];
  button: string;
  sections: Section[];
  header: string;
  footer: string;
};

export function readOption(written: WrittenOption): Option {
  if (typeof written === "string") return { id: written, title: written, description: "" };
  return { id: written.id || written.title, title: written.title, description: written.description ?? "" };
}

/** Writes an option as short as it may be. */
export function writeOption({ id, title, description }: Option): WrittenOption {
  if (id === title && !description) return title;
  return description ? { id, title, description } : { id, title };
}

/** Reads what a node offers in any of its spellings; buttons and list together are all shown as the engine does. */
export function readMenu(buttons: readonly WrittenOption[], { list, header = "", footer = "" }: Choices): Menu {
  const spec = Array.isArray(list) ? { rows: list } : (list ?? {});
  const groups = [{ title: "", rows: spec.rows ?? [] }, ...("sections" in spec ? (spec.sections ?? []) : [])];
  const sections = groups
    .map((group) => ({ title: group.title ?? "", rows: (group.rows ?? []).map(readOption) }))
    .filter((section, place) => section.rows.length > 0 || place > 0);
  const style = buttons.length > 0 ? "buttons" : list ? "list" : "none";
  return {
    style,
    buttons: buttons.map(readOption),
    button: ("button" in spec ? spec.button : "") || "",
    sections,
    header,
    footer,
  };
}

/** Every choice in order. */
export function choicesOf(menu: Menu): Option[] {
  return [...menu.buttons, ...menu.sections.flatMap((section) => section.rows)];
}

/** Writes a list: rows alone where they are one group without a title. */
export function writeList(button: string, sections: readonly Section[]): WrittenList {
  const opening = button.trim() ? { button } : {};
  const [only] = sections;
  if (sections.length === 1 && only && !only.title) return { ...opening, rows: only.rows.map(writeOption) };
  return { ...opening, sections: sections.map(({ title, rows }) => ({ title, rows: rows.map(writeOption) })) };
}

/** The option with another title; the way out of an existing one stays the same, however it is called now. */
export function retitled(option: Option, title: string): Option {
  return { ...option, title };
}

/** A new option with an id of its own, so that it may be called otherwise later without losing its edge. */
export function newOption(title: string, others: readonly Option[]): Option {
  return {
    id: freshId(
      title,
      others.map((one) => one.id),
    ),
    title,
    description: "",
  };
}

/** What WhatsApp would refuse of the choices. `place` is where the buttons stand in the data. */
export function menuProblems(menu: Menu, place: "buttons" | "choices"): Problem[] {
  const asList = menu.style !== "buttons";
  const choices = choicesOf(menu);
  const placed = placedChoices(menu, place);
  const over = asList ? limits.MAX_ROWS : limits.MAX_BUTTONS;
  const tooMany = asList ? "too_many_rows" : "too_many_buttons";
  return [
    ...(choices.length > over ? [{ code: tooMany, path: asList ? "list" : place, params: { limit: over } }] : []),
    ...placed.flatMap(({ option, path }) => optionProblems(option, path, asList)),
    ...repeated(choices.map((one) => one.id)).map((id) => ({
      code: "same_choice_twice",
      path: placed.findLast(({ option }) => option.id === id)?.path ?? place,
      params: { id },
    })),
    ...(asList ? sectionProblems(menu) : sameTitles(menu, place)),
    ...long("title_too_long", "list.button", choices.length ? menu.button : "", limits.MAX_BUTTON_TITLE),
    ...long("text_too_long", "header", menu.header, limits.MAX_HEADER),
    ...long("text_too_long", "footer", menu.footer, limits.MAX_HEADER),
  ];
}

/** Each choice with its field, as the form has them: `list.sections[0].rows[1]`. */
export function placedChoices(menu: Menu, place: string): { option: Option; path: string }[] {
  const rows = menu.sections.flatMap((section, number) =>
    section.rows.map((option, row) => ({ option, path: `list.sections[${number}].rows[${row}]` })),
  );
  return [...menu.buttons.map((option, number) => ({ option, path: `${place}[${number}]` })), ...rows];
}

const long = (code: string, path: string, text: string, limit: number): Problem[] =>
  text.length > limit ? [{ code, path, params: { limit, length: text.length } }] : [];

function optionProblems(option: Option, path: string, asList: boolean): Problem[] {
  return [
    ...(option.title.trim() ? [] : [{ code: "empty_title", path: `${path}.title` }]),
    ...long("title_too_long", `${path}.title`, option.title, asList ? limits.MAX_ROW_TITLE : limits.MAX_BUTTON_TITLE),
    ...long("description_too_long", `${path}.description`, option.description, limits.MAX_ROW_DESCRIPTION),
    ...long("id_too_long", `${path}.id`, option.id, asList ? limits.MAX_ROW_ID : limits.MAX_BUTTON_ID),
  ];
}

function sectionProblems(menu: Menu): Problem[] {
  const { sections } = menu;
  return [
    ...(sections.length > limits.MAX_SECTIONS
      ? [{ code: "too_many_sections", path: "list", params: { limit: limits.MAX_SECTIONS } }]
      : []),
    ...sections.flatMap(({ title }, number) => [
      ...long("title_too_long", `list.sections[${number}].title`, title, limits.MAX_ROW_TITLE),
      ...(sections.length > 1 && !title.trim()
        ? [{ code: "section_without_title", path: `list.sections[${number}].title` }]
        : []),
    ]),
  ];
}

function sameTitles(menu: Menu, place: string): Problem[] {
  const titles = menu.buttons.map((one) => fold(one.title));
  return repeated(titles.filter(Boolean)).map((title) => ({
    code: "same_title_twice",
    path: `${place}[${titles.lastIndexOf(title)}].title`,
    params: { title: menu.buttons[titles.lastIndexOf(title)]?.title ?? title },
  }));
}
