/** A piece of a line. `source` of all pieces, one after the other, is the line as it was written. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "strike"; children: Inline[] }
  | { kind: "code"; mark: "`" | "```"; text: string }
  | { kind: "link"; text: string; href: string };

export type Line = { prefix: string; inlines: Inline[] };

/** A part of a message: lines of one kind, or a block of code with its line breaks. */
export type Block = { kind: "lines" | "quote" | "bullets" | "numbers"; lines: Line[] } | { kind: "code"; text: string };

const MARKS = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof MARKS;

const CODE_BLOCK = /```([^`\n]*\n[^`]*)```/g;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y;
const TRAILING = /[.,;:!?)\]}'*_~]+$/;
const WORD = /[\p{L}\p{N}]/u;
const PREFIXES = [
  ["quote", /^> ?/],
  ["bullets", /^[*-] (?=\S)/],
  ["numbers", /^\d{1,3}[.)] (?=\S)/],
] as const;

/** Reads WhatsApp's own marks (*bold*, _italic_, ~strike~, `code`, ```code```, quotes, lists) and links. Nothing of the
 * text is lost: what is no mark is text. */
export function parseText(body: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const found of body.matchAll(CODE_BLOCK)) {
    if (found.index > from) blocks.push(...parseLines(body.slice(from, found.index)));
    blocks.push({ kind: "code", text: found[1] ?? "" });
    from = found.index + found[0].length;
  }
  if (from < body.length || blocks.length === 0) blocks.push(...parseLines(body.slice(from)));
  return blocks;
}

/** The blocks without the empty lines that only part text from code: a block of code begins on a line of its own anyway. */
export function tidied(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== "lines") return [block];
    const isEmpty = (line: Line | undefined) => line !== undefined && line.prefix === "" && line.inlines.length === 0;
    let lines = block.lines;
    if (blocks[index + 1]?.kind === "code" && isEmpty(lines.at(-1))) lines = lines.slice(0, -1);
    if (blocks[index - 1]?.kind === "code" && isEmpty(lines[0])) lines = lines.slice(1);
    return lines.length ? [{ kind: block.kind, lines }] : [];
  });
}

function parseLines(text: string): Block[] {
  const blocks: Extract<Block, { lines: Line[] }>[] = [];
  for (const line of text.split("\n")) {
    const [kind, pattern] = PREFIXES.find(([, prefix]) => prefix.test(line)) ?? (["lines", /^/] as const);
    const prefix = pattern.exec(line)?.[0] ?? "";
    const read = { prefix, inlines: parseInline(line.slice(prefix.length)) };
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(read);
    else blocks.push({ kind, lines: [read] });
  }
  return blocks;
}

/** Reads one line, or what stands between two marks; a mark within itself is text. */
export function parseInline(line: string, open: ReadonlySet<string> = new Set()): Inline[] {
  const read: Inline[] = [];
  const unclosed = new Set<string>();
  let plain = "";
  let at = 0;
  while (at < line.length) {
    const found = codeAt(line, at) ?? linkAt(line, at) ?? markedAt(line, at, open, unclosed);
    if (!found) {
      plain += line[at];
      at += 1;
      continue;
    }
    if (plain) read.push({ kind: "text", text: plain });
    plain = "";
    read.push(found.inline);
    at = found.end;
  }
  if (plain) read.push({ kind: "text", text: plain });
  return read;
}

type Found = { inline: Inline; end: number } | null;

function codeAt(line: string, at: number): Found {
  if (line[at] !== "`") return null;
  for (const mark of ["```", "`"] as const) {
    if (!line.startsWith(mark, at)) continue;
    const end = line.indexOf(mark, at + mark.length);
    const text = line.slice(at + mark.length, end);
    if (end > 0 && text.trim() && !text.startsWith("`"))
      return { inline: { kind: "code", mark, text }, end: end + mark.length };
  }
  return null;
}

function linkAt(line: string, at: number): Found {
  if (at > 0 && WORD.test(line[at - 1] ?? "")) return null;
  LINK.lastIndex = at;
  const text = LINK.exec(line)?.[0].replace(TRAILING, "");
  const href = text && hrefOf(text);
  return text && href ? { inline: { kind: "link", text, href }, end: at + text.length } : null;
}

/** The address of a link, if it is one that may be followed. */
export function hrefOf(text: string): string | null {
  const address = /^https?:\/\//i.test(text)
    ? text
    : text.includes("@") && !text.includes("/")
      ? `mailto:${text}`
      : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return ["http:", "https:", "mailto:"].includes(protocol) ? href : null;
}

function markedAt(line: string, at: number, open: ReadonlySet<string>, unclosed: Set<string>): Found {
  const mark = line[at] as Mark | undefined;
  if (mark === undefined || !(mark in MARKS) || open.has(mark) || unclosed.has(mark)) return null;
  if (WORD.test(line[at - 1] ?? "") || !isInk(line[at + 1]) || line[at + 1] === mark) return null;
  const end = closing(line, at, mark);
  if (end < 0) {
    unclosed.add(mark);
    return null;
  }
  const children = parseInline(line.slice(at + 1, end), new Set([...open, mark]));
  return { inline: { kind: MARKS[mark], children }, end: end + 1 };
}

function closing(line: string, at: number, mark: Mark): number {
  for (let end = line.indexOf(mark, at + 2); end > 0; end = line.indexOf(mark, end + 1))
    if (isInk(line[end - 1]) && !WORD.test(line[end + 1] ?? "")) return end;
  return -1;
}

const isInk = (letter: string | undefined): boolean => letter !== undefined && letter.trim() !== "";

const MARK_OF = { bold: "*", italic: "_", strike: "~" } as const;

/** What was written, marks and all: `sourceOf(parseInline(line)) === line`. */
export function sourceOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "code") return inline.mark + inline.text + inline.mark;
      if ("children" in inline) return MARK_OF[inline.kind] + sourceOf(inline.children) + MARK_OF[inline.kind];
      return inline.text;
    })
    .join("");
}

/** The words of a line without their marks. */
export function plainOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ("children" in inline ? plainOf(inline.children) : inline.text)).join("");
}

/** The words of a message in one line without marks, for previews and quotes. */
export function plainText(body: string): string {
  return parseText(body)
    .flatMap((block) => (block.kind === "code" ? [block.text] : block.lines.map(({ inlines }) => plainOf(inlines))))
    .join(" ");
}

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;
const MOST_BIG = 3;

/** Whether a text is one to three emoji and nothing else: such are drawn big. */
export function isEmojiOnly(body: string): boolean {
  const text = body.trim();
  if (!text || text.length > 48) return false;
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment).filter((one) => one.trim());
  return letters.length <= MOST_BIG && letters.every((one) => EMOJI.test(one));
}
