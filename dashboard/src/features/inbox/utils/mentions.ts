import { folded } from "./folded";

type Named = { id: string; name: string };

/** Somebody being named at the caret: what of the name is written, and where the `@` stands. */
export type Mentioning = { search: string; start: number };

const LONGEST_SEARCH = 40;
const AT_CARET = /(?:^|\s)@([\p{L}\p{N}._'-]*(?: [\p{L}\p{N}._'-]*)?)$/u;

/** Whether a name is being written at the caret, after an `@` that begins a word. */
export function mentionAt(text: string, caret: number): Mentioning | null {
  const found = AT_CARET.exec(text.slice(Math.max(0, caret - LONGEST_SEARCH), caret));
  const search = found?.[1];
  return search === undefined ? null : { search, start: caret - search.length - 1 };
}

/** Who may be meant: a word of their name begins so. */
export function peopleNamed<Person extends Named>(people: readonly Person[], search: string): Person[] {
  const looked = folded(search);
  return people.filter(({ name }) => {
    const whole = folded(name);
    return whole.startsWith(looked) || whole.split(/\s+/).some((word) => word.startsWith(looked));
  });
}

/** The text with the whole name in it, and where the caret stands then. */
export function withMention(text: string, { start }: Mentioning, caret: number, name: string) {
  const written = `@${name} `;
  return { text: text.slice(0, start) + written + text.slice(caret), caret: start + written.length };
}

/** Who is mentioned in a note, each once. Of two names that begin alike the longer one is meant. */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const byLength = [...people].sort((one, other) => other.name.length - one.name.length);
  let rest = text;
  const ids: string[] = [];
  for (const { id, name } of byLength) {
    const parts = rest.split(`@${name}`);
    if (parts.length === 1) continue;
    ids.push(id);
    rest = parts.join(" ");
  }
  return ids;
}

const MENTION = /^mentions\[(\d+)\]$/;

/** Which of those who were mentioned the API will not have, by the fields that it found wrong. */
export function refusedOf(mentioned: readonly string[], fields: readonly string[]): string | undefined {
  const place = fields.map((field) => MENTION.exec(field)?.[1]).find((one) => one !== undefined);
  return place === undefined ? undefined : mentioned[Number(place)];
}
