/** One thing that a flow says, and what it offers to press. */
export type PreviewLine = { id: string; text: string; choices: string[] };

type Fields = Record<string, unknown>;
const MAX_LINES = 14;

/** What a flow says, in the order in which a conversation may come by it. */
export function previewLines(document: unknown): PreviewLine[] {
  const { nodes, edges } = fieldsOf(document);
  const known = new Map(listOf(nodes).map((node) => [String(node.id), node]));
  const ways = listOf(edges);
  const open = [...known.values()].filter((node) => node.type === "start").map((node) => String(node.id));
  const seen = new Set(open);
  const lines: PreviewLine[] = [];
  for (let id = open.shift(); id !== undefined && lines.length < MAX_LINES; id = open.shift()) {
    lines.push(...lineOf(id, known.get(id)));
    for (const target of ways.flatMap((way) => (way.source === id ? String(way.target) : []))) {
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  }
  return lines;
}

function lineOf(id: string, node: Fields | undefined): PreviewLine[] {
  const { text, message, buttons, choices, list } = fieldsOf(node?.data);
  const said = typeof text === "string" ? text : message;
  if (typeof said !== "string" || !said) return [];
  return [{ id, text: said, choices: [buttons, choices, rowsOf(list)].flatMap(titlesOf) }];
}

/** A list's rows in any of its spellings. */
function rowsOf(list: unknown): unknown[] {
  if (Array.isArray(list)) return list;
  const { rows, sections } = fieldsOf(list);
  return [...(Array.isArray(rows) ? rows : []), ...listOf(sections).flatMap((section) => rowsOf(section))];
}

const titlesOf = (options: unknown): string[] =>
  (Array.isArray(options) ? options : []).flatMap((one: unknown) => {
    const title = typeof one === "string" ? one : fieldsOf(one).title;
    return typeof title === "string" ? [title] : [];
  });

const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
