import { folded } from "./folded";

type Findable = { shortcut: string; title: string; content: unknown };

const WRITTEN = /^\/(\S*)$/;

/** What is looked for, where somebody writes a canned response's shortcut; null where they write anything else. */
export const cannedSearch = (text: string): string | null => WRITTEN.exec(text)?.[1] ?? null;

/** The words of a content, where it has any. */
export function wordsOf(content: unknown): string {
  if (typeof content !== "object" || content === null) return "";
  const { body, caption } = content as { body?: unknown; caption?: unknown };
  return typeof body === "string" ? body : typeof caption === "string" ? caption : "";
}

/** How well a response fits: the smaller the better; null where it does not. */
function rankOf(response: Findable, search: string): number | null {
  const shortcut = folded(response.shortcut).replace(/^\//, "");
  if (shortcut.startsWith(search)) return 0;
  if (shortcut.includes(search)) return 1;
  if (folded(response.title).includes(search)) return 2;
  return folded(wordsOf(response.content)).includes(search) ? 3 : null;
}

/** The responses that fit what was written, the best first: by shortcut, then by title, then by text. */
export function filterCanned<Response extends Findable>(responses: readonly Response[], search: string): Response[] {
  const looked = folded(search);
  return responses
    .flatMap((response) => {
      const rank = rankOf(response, looked);
      return rank === null ? [] : [{ response, rank }];
    })
    .sort((one, other) => one.rank - other.rank || one.response.shortcut.localeCompare(other.response.shortcut))
    .map(({ response }) => response);
}
