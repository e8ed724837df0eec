import { useSyncExternalStore } from "react";

/** Tailwind's `sm` begins here: below it the application is laid out for a phone. */
const PHONE = "(max-width: 639px)";

const subscribe = (reader: () => void): (() => void) => {
  const query = window.matchMedia(PHONE);
  query.addEventListener("change", reader);
  return () => query.removeEventListener("change", reader);
};

/** Whether the screen is as narrow as a phone's. What CSS can do by itself, CSS does. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(PHONE).matches);
}
