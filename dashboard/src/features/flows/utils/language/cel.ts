import { MAX_EXPRESSION } from "../../nodes/limits";
import type { Doubt } from "./doubt";
import { isKnownPath } from "./roots";

type Token = { kind: "string" | "number" | "word" | "sign"; text: string };

const TOKENS =
  /\/\/[^\n]*|(?<string>[bBrR]{0,2}(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))|(?<number>\d+(?:\.\d+)?u?)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>\S)/g;
const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const KEYWORDS = new Set(["true", "false", "null", "in"]);

/** List functions, whose first argument names the item. */
const MACROS = new Set(["all", "exists", "exists_one", "filter", "map"]);

/** The functions that the engine's CEL has. */
export const CEL_FUNCTIONS: ReadonlySet<string> = new Set([
  ...MACROS,
  "has",
  "size",
  "contains",
  "startsWith",
  "endsWith",
  "matches",
  "int",
  "uint",
  "double",
  "string",
  "bytes",
  "type",
  "dyn",
  "timestamp",
  "duration",
  "getFullYear",
  "getMonth",
  "getDate",
  "getDayOfMonth",
  "getDayOfWeek",
  "getDayOfYear",
  "getHours",
  "getMinutes",
  "getSeconds",
  "getMilliseconds",
  "of",
  "none",
  "orValue",
  "or",
  "hasValue",
  "value",
]);

function tokensOf(expression: string): Token[] {
  return [...expression.matchAll(TOKENS)].flatMap(({ groups = {} }): Token[] => {
    const found = (["string", "number", "word", "sign"] as const).find((kind) => groups[kind] !== undefined);
    return found ? [{ kind: found, text: groups[found] ?? "" }] : [];
  });
}

/** What is odd about an expression: an early hint, the check of the server decides. */
export function doubtsOfExpression(expression: string, variables: ReadonlySet<string>): Doubt[] {
  if (!expression.trim()) return [];
  const tokens = tokensOf(expression);
  // Behind a quote that is not closed nothing can be told from words of a text.
  if (tokens.some(({ text }) => text === '"' || text === "'")) return [{ code: "open_quote" }];
  const bracket = unbalanced(tokens);
  const paths = pathsOf(tokens).filter((path) => !isKnownPath(path, variables, false));
  const functions = callsOf(tokens).filter((name) => !CEL_FUNCTIONS.has(name));
  return [
    ...(expression.length > MAX_EXPRESSION ? [{ code: "expression_long", params: { limit: MAX_EXPRESSION } }] : []),
    ...(bracket ? [{ code: "bracket", params: { bracket } }] : []),
    ...(hasSingleEquals(tokens) ? [{ code: "single_equals" }] : []),
    ...[...new Set(paths.map((path) => path.join(".")))].map((name) => ({ code: "unknown_name", params: { name } })),
    ...[...new Set(functions)].map((name) => ({ code: "unknown_function", params: { name } })),
  ];
}

function unbalanced(tokens: readonly Token[]): string | null {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== "sign") continue;
    if ("([{".includes(text)) open.push(text);
    else if (text in CLOSING && open.pop() !== CLOSING[text]) return text;
  }
  return open.at(-1) ?? null;
}

function hasSingleEquals(tokens: readonly Token[]): boolean {
  const isSign = (place: number, signs: string) => tokens[place]?.kind === "sign" && signs.includes(tokens[place].text);
  return tokens.some((_, place) => isSign(place, "=") && !isSign(place - 1, "=!<>") && !isSign(place + 1, "="));
}

function callsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ kind, text }, place) =>
    kind === "word" && !KEYWORDS.has(text) && tokens[place + 1]?.text === "(" ? [text] : [],
  );
}

/** The paths that are read, without what list functions name themselves. */
function pathsOf(tokens: readonly Token[]): string[][] {
  const bound = new Set(
    tokens.flatMap(({ text }, place) =>
      MACROS.has(text) && tokens[place + 1]?.text === "(" && tokens[place + 3]?.text === ","
        ? [tokens[place + 2]?.text ?? ""]
        : [],
    ),
  );
  return tokens.flatMap(({ kind, text }, place) => {
    const isName = kind === "word" && !KEYWORDS.has(text) && tokens[place - 1]?.text !== "." && !bound.has(text);
    const isOther =
      tokens[place + 1]?.text === "(" ||
      (tokens[place + 1]?.text === ":" && "{,".includes(tokens[place - 1]?.text ?? "x"));
    return isName && !isOther ? [[text, ...rest(tokens, place + 1)]] : [];
  });
}

/** The steps behind a name: `.x` and `["x"]`; a call's own name is none. */
function rest(tokens: readonly Token[], from: number): string[] {
  const [sign, next, after] = [tokens[from]?.text, tokens[from + 1], tokens[from + 2]?.text];
  if (sign === "." && next?.kind === "word") return after === "(" ? [] : [next.text, ...rest(tokens, from + 2)];
  if (sign === "[" && next?.kind === "string" && after === "]")
    return [next.text.replace(/^[bBrR]*["']|["']$/g, ""), ...rest(tokens, from + 3)];
  return [];
}
