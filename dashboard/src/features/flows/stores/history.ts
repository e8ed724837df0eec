const PAUSE_MS = 1000;

type Gesture = { key: string; at: number };

/** Tells which changes are one step of undo: those of one gesture, with no pause of a second between them. */
export function createGestures(now: () => number = () => Date.now()) {
  let running: Gesture | null = null;
  let next: string | null = null;
  return {
    /** Names the gesture that the next change belongs to; null: it stands alone. */
    name(key: string | null): void {
      next = key;
    },
    /** Whether the change that was just made goes on with the gesture before it. */
    continues(): boolean {
      const before = running;
      running = next === null ? null : { key: next, at: now() };
      next = null;
      return before !== null && running !== null && before.key === running.key && running.at - before.at < PAUSE_MS;
    },
    /** Ends the gesture: what comes now is a step of its own. */
    end(): void {
      running = next = null;
    },
  };
}
