/** What Meta would refuse (`error`) or may not like (`warning`): where, and a key of the texts with its values. */
export type Finding = {
  at: string;
  key: string;
  level: "error" | "warning";
  values?: Record<string, string | number>;
};

/** What Meta would refuse at a place. */
export const error = (at: string, key: string, values?: Finding["values"]): Finding => ({
  at,
  key,
  level: "error",
  ...(values ? { values } : {}),
});

/** Characters as Meta counts them: an emoji is one, not two. */
export const lengthOf = (text: string): number => [...text].length;

/** Says that a text is not there, or longer than Meta takes it. */
export function tooLong(at: string, text: string, most: number): Finding[] {
  if (!text.trim()) return [error(at, "missing")];
  const length = lengthOf(text);
  return length > most ? [error(at, "long", { most, length })] : [];
}
