import { useEffect, useRef, useSyncExternalStore } from "react";
import { shortcuts, type Shortcut } from "@/lib/shortcuts";

type Options = {
  /** Whether it holds now; true without it. */
  when?: boolean;
  /** Whether it holds while somebody writes in a field; false without it. */
  inFields?: boolean;
  /** What it does, for the list that "?" shows. */
  label?: string;
  group?: string;
};

/** Does something on keys while mounted: `useShortcut("g i", toInbox, { label })`, `useShortcut("mod+Enter", send, { inFields: true })`. */
export function useShortcut(keys: string, run: (event: KeyboardEvent) => void, options: Options = {}): void {
  const { when = true, inFields = false, label, group } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!when) return;
    return shortcuts.add({ keys, run: (event) => latest.current(event), inFields, label, group });
  }, [keys, when, inFields, label, group]);
}

/** All that hold now and have a label. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(shortcuts.subscribe, shortcuts.list);
}
