import { MAX_TEMPLATE } from "../../nodes/limits";
import type { Doubt } from "./doubt";
import { isKnownPath } from "./roots";

const MARKUP = /\{\{-?([\s\S]*?)-?\}\}|\{%-?\s*(\w+|#)([\s\S]*?)-?%\}/g;
const STRINGS = /"[^"]*"|'[^']*'/g;
const PATH = /(?<![\w.\]-])[A-Za-z_][\w-]*(?:\.[\w-]+|\[[^\]]*\])*/g;
const WORDS = new Set(
  "and or contains in not true false nil null empty blank with for limit offset reversed forloop cols tablerowloop as".split(
    " ",
  ),
);
const BLOCKS = new Set(["if", "unless", "case", "for", "capture", "tablerow", "comment", "ifchanged", "doc"]);

/** The filters that the engine's Liquid has. */
export const LIQUID_FILTERS: ReadonlySet<string> = new Set(
  (
    "abs append at_least at_most base64_decode base64_encode base64_url_safe_decode base64_url_safe_encode capitalize " +
    "ceil compact concat date default divided_by downcase escape escape_once escapejs find find_index first floor has " +
    "join last lstrip map minus modulo newline_to_br plus prepend reject remove remove_first remove_last replace " +
    "replace_first replace_last reverse round rstrip safe size slice sort sort_natural split squish strip strip_html " +
    "strip_newlines sum times truncate truncatewords uniq upcase url_decode url_encode where"
  ).split(" "),
);

type Markup = { tag: string | null; inner: string };

function markupOf(text: string): Markup[] {
  return [...text.matchAll(MARKUP)].map(([, output, tag, inner]) => ({
    tag: tag ?? null,
    inner: output ?? inner ?? "",
  }));
}

/** What is odd about a text with variables: an early hint, the check of the server decides. */
export function doubtsOfTemplate(text: string, variables: ReadonlySet<string>): Doubt[] {
  if (!text.includes("{{") && !text.includes("{%")) return [];
  const markup = markupOf(text);
  const left = text.replace(MARKUP, "");
  const own = new Set(markup.flatMap(localNames));
  const names = markup
    .flatMap(pathsIn)
    .filter((path) => !own.has(path[0] ?? "") && !isKnownPath(path, variables, true));
  const filters = markup.flatMap(filtersIn).filter((name) => !LIQUID_FILTERS.has(name));
  const open = openBlock(markup);
  return [
    ...(text.length > MAX_TEMPLATE ? [{ code: "template_long", params: { limit: MAX_TEMPLATE } }] : []),
    ...(/\{\{|\{%/.test(left) ? [{ code: "open_markup" }] : []),
    ...(open ? [{ code: "open_block", params: { tag: open } }] : []),
    ...(markup.some(({ tag, inner }) => tag === null && !inner.trim()) ? [{ code: "empty_markup" }] : []),
    ...[...new Set(names.map((path) => path.join(".")))].map((name) => ({ code: "unknown_name", params: { name } })),
    ...[...new Set(filters)].map((name) => ({ code: "unknown_filter", params: { name } })),
  ];
}

function localNames({ tag, inner }: Markup): string[] {
  if (!tag || !["assign", "capture", "for", "tablerow", "increment", "decrement"].includes(tag)) return [];
  return /[A-Za-z_][\w-]*/.exec(inner)?.slice(0, 1) ?? [];
}

/** The paths that a piece of markup reads; `secrets` are no values but names of some. */
function pathsIn({ tag, inner }: Markup): string[][] {
  if (tag && (tag.startsWith("end") || ["comment", "#", "raw", "else", "capture", "break", "continue"].includes(tag)))
    return [];
  const bare = inner
    .replace(STRINGS, '""')
    .replace(/\|\s*\w+/g, "|")
    .replace(/[A-Za-z_]\w*\s*:/g, " ");
  const read = tag === "assign" ? bare.replace(/^[^=]*=/, "") : bare;
  return [...read.matchAll(PATH)]
    .map(([path]) => path.replace(/\[[^\]]*\]/g, "").split("."))
    .filter(([root = ""]) => !WORDS.has(root) && root !== "secrets");
}

function filtersIn({ inner }: Markup): string[] {
  return [...inner.replace(STRINGS, '""').matchAll(/\|\s*(\w+)/g)].map(([, name]) => name ?? "");
}

function openBlock(markup: readonly Markup[]): string | null {
  const open: string[] = [];
  for (const { tag } of markup) {
    if (!tag) continue;
    if (BLOCKS.has(tag)) open.push(tag);
    else if (tag.startsWith("end") && open.pop() !== tag.slice(3)) return tag;
  }
  return open.at(-1) ?? null;
}
