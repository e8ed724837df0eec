/** Where one looks in a session of so many steps, and whether it plays by itself. */
export type Stepping = { index: number; isPlaying: boolean };
export type Move = "next" | "previous" | "first" | "last" | "play" | "pause" | "tick" | { to: number };

const limit = (index: number, count: number) => Math.max(0, Math.min(count - 1, index));

/** Goes through a session. Whoever goes by hand stops the playing; playing from the end begins anew, and stops there. */
export function step({ index, isPlaying }: Stepping, move: Move, count: number): Stepping {
  const at = (to: number): Stepping => ({ index: limit(to, count), isPlaying: false });
  if (typeof move === "object") return at(move.to);
  switch (move) {
    case "next":
      return at(index + 1);
    case "previous":
      return at(index - 1);
    case "first":
      return at(0);
    case "last":
      return at(count - 1);
    case "pause":
      return { index, isPlaying: false };
    case "play":
      return { index: index >= count - 1 ? 0 : index, isPlaying: count > 1 };
    case "tick":
      return isPlaying ? { index: limit(index + 1, count), isPlaying: index + 1 < count - 1 } : { index, isPlaying };
  }
}

const KEYS: Record<string, Move> = { ArrowLeft: "previous", ArrowRight: "next", Home: "first", End: "last" };

/** What a key does, outside of fields. */
export const moveOf = (key: string): Move | null => KEYS[key] ?? null;
