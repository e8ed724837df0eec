import { ROOTS } from "../../utils/language/roots";
import type { Variable } from "../../utils/variables";
import type { ValueType } from "../../nodes/written";

export const ENTRY_GROUPS = ["variables", "contact", "reply", "conversation", "system", "secrets"] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

/** One thing that can be put into a text or an expression. */
export type Entry = {
  group: EntryGroup;
  path: string;
  type: ValueType;
  /** The node that writes it. */
  definedBy?: string | null;
  /** Whether there are ways here on which nothing has written it. */
  isDoubtful?: boolean;
};

type Known = {
  variables: readonly Variable[];
  attributes: readonly { key: string; type: string }[];
  secrets: readonly string[];
};

/** Everything that can be named at a node, in the order of the picker. */
export function entriesOf({ variables, attributes, secrets }: Known): Entry[] {
  return [
    ...variables.flatMap(variableEntries),
    ...fieldsOf("contact", "contact"),
    ...attributes.map(({ key, type }) => ({
      group: "contact" as const,
      path: `contact.attributes.${key}`,
      type: ATTRIBUTE_TYPES[type] ?? "text",
    })),
    { group: "reply", path: "response", type: "text" },
    ...fieldsOf("reply", "reply"),
    ...fieldsOf("conversation", "conversation"),
    { group: "system", path: "now", type: "date" },
    { group: "system", path: "last", type: "object" },
    ...fieldsOf("flow", "system"),
    ...secrets.map((name) => ({ group: "secrets" as const, path: `secrets.${name}`, type: "text" as const })),
  ];
}

const ATTRIBUTE_TYPES: Readonly<Record<string, ValueType>> = {
  number: "number",
  boolean: "boolean",
  date: "date",
  choices: "list",
};

function variableEntries({ name, type, fields, definedBy, isCertain }: Variable): Entry[] {
  const about = { group: "variables" as const, definedBy, isDoubtful: !isCertain };
  const within = type === "list" ? `vars.${name}[0]` : `vars.${name}`;
  return [
    { ...about, path: `vars.${name}`, type },
    ...Object.entries(fields ?? {}).map(([field, of]) => ({ ...about, path: `${within}.${field}`, type: of })),
  ];
}

/** What lies in something; `attributes` and `metadata` are shown by what is in them. */
function fieldsOf(root: string, group: EntryGroup): Entry[] {
  const fields = Object.entries(ROOTS[root] ?? {}).filter(([field]) => field !== "attributes" && field !== "metadata");
  return fields.map(([field, type]) => ({ group, path: `${root}.${field}`, type }));
}

/** How a name is written into a text of this language. */
export function spelled(path: string, language: "template" | "expression"): string {
  return language === "template" ? `{{ ${path} }}` : path;
}
