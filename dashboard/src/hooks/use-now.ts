import { useSyncExternalStore } from "react";

const TICK_MS = 30_000;

let now = Date.now();
const readers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of readers) one();
  }, TICK_MS);
  return () => {
    readers.delete(reader);
    if (readers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function read(): number {
  if (timer === undefined || Math.abs(Date.now() - now) > TICK_MS * 2) now = Date.now();
  return now;
}

/** The time, in milliseconds since 1970, renewed twice a minute; one clock for the whole screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}
