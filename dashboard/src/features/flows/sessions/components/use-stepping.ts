import { useEffect, useReducer } from "react";
import { type Move, moveOf, step, type Stepping } from "../utils/stepping";

const TICK_MS = 1200;
const FIELDS = "input, textarea, select, [contenteditable], [role=slider], [role=tab], [role=menu]";

/** Steps through a session: by buttons, by arrow keys, or by itself. */
export function useStepping(count: number): { at: Stepping; move: (move: Move) => void } {
  const [at, move] = useReducer((now: Stepping, next: Move) => step(now, next, count), {
    index: Math.max(0, count - 1),
    isPlaying: false,
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const next = moveOf(event.key);
      const isElsewhere = event.target instanceof Element && event.target.closest(FIELDS);
      if (!next || isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      move(next);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => {
    if (!at.isPlaying) return;
    const timer = setInterval(() => move("tick"), TICK_MS);
    return () => clearInterval(timer);
  }, [at.isPlaying]);
  return { at, move };
}
