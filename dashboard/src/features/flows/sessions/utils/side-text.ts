const MAX = 240;

/** One side of a difference as people read it: of a message its words, which may be cut; anything else as it is told. */
export function sideText(side: string | null | undefined): string {
  if (!side) return "–";
  const [, words] = /^\{.*?"(?:body|caption|preview|name)":\s*"((?:[^"\\]|\\.)*)/s.exec(side) ?? [];
  const text = words === undefined ? side : unescaped(words);
  return text.length > MAX ? `${text.slice(0, MAX)}…` : text;
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
