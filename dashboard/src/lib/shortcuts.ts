/** One press: a key with its modifiers. `mod` is Cmd on a Mac and Ctrl elsewhere. */
type Press = { key: string; mod: boolean; alt: boolean; shift: boolean };

/** A shortcut that somebody listens to. */
export type Shortcut = {
  /** `"g i"` is g, then i; `"mod+k"`, `"alt+shift+ArrowUp"`, `"?"`, `"Escape"`. */
  keys: string;
  run: (event: KeyboardEvent) => void;
  /** Whether it holds now. */
  when?: () => boolean;
  /** Whether it holds while somebody writes in a field. */
  inFields?: boolean;
  /** What it does, for the list of shortcuts; without it, it is not listed. */
  label?: string;
  group?: string;
};

const SEQUENCE_MS = 1_200;
const FIELDS =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="button"]), textarea, select, [contenteditable]';

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

function pressOf(written: string): Press {
  const parts = written.split("+");
  const key = parts.pop() || "+";
  const has = (name: string) => parts.some((part) => part.toLowerCase() === name);
  return { key: key.toLowerCase(), mod: has("mod"), alt: has("alt"), shift: has("shift") };
}

/** Reads a shortcut: `"g i"` is two presses. */
export function parseShortcut(keys: string): Press[] {
  return keys.trim().split(/\s+/).map(pressOf);
}

/** A sign that needs Shift on some keyboards (`?`) is asked for by itself: only with letters and named keys Shift counts. */
function matches(press: Press, event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== press.key) return false;
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  const isSign = press.key.length === 1 && !/[a-z0-9]/.test(press.key);
  return mod === press.mod && !other && event.altKey === press.alt && (isSign || event.shiftKey === press.shift);
}

const isWriting = (target: EventTarget | null): boolean => target instanceof Element && target.closest(FIELDS) !== null;

/** Hears the keys for all shortcuts. The last one added wins, so that a dialog's come before its screen's. */
export class Shortcuts {
  private all: Shortcut[] = [];
  private pending: { shortcut: Shortcut; step: number }[] = [];
  private pressedAt = 0;
  private readonly readers = new Set<() => void>();
  private shown: readonly Shortcut[] = [];

  /** Adds one; gives what takes it away. */
  add(shortcut: Shortcut): () => void {
    this.all = [...this.all, shortcut];
    this.tell();
    return () => {
      this.all = this.all.filter((one) => one !== shortcut);
      this.pending = this.pending.filter((one) => one.shortcut !== shortcut);
      this.tell();
    };
  }

  /** Those that have a label, for showing; the same array until something changes. */
  readonly list = (): readonly Shortcut[] => this.shown;

  /** Hears of a change of the list. */
  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  /** Takes one key; does what is asked for by it, if anything. */
  readonly hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
    const going = event.timeStamp - this.pressedAt < SEQUENCE_MS ? this.pending : [];
    this.pressedAt = event.timeStamp;
    this.pending = [];
    const fresh = this.all.filter((one) => this.holds(one, event)).map((shortcut) => ({ shortcut, step: 0 }));
    const candidates = [...going.filter(({ shortcut }) => this.holds(shortcut, event)), ...fresh.reverse()];
    for (const { shortcut, step } of candidates) {
      const presses = parseShortcut(shortcut.keys);
      const press = presses[step];
      if (!press || !matches(press, event)) continue;
      if (step + 1 < presses.length) this.pending.push({ shortcut, step: step + 1 });
      else {
        this.pending = [];
        event.preventDefault();
        shortcut.run(event);
        return;
      }
    }
  };

  private holds(shortcut: Shortcut, event: KeyboardEvent): boolean {
    return (shortcut.inFields === true || !isWriting(event.target)) && (shortcut.when?.() ?? true);
  }

  private tell(): void {
    this.shown = this.all.filter((one) => one.label);
    for (const reader of this.readers) reader();
  }
}

/** Those of this tab. */
export const shortcuts = new Shortcuts();
window.addEventListener("keydown", shortcuts.hear);

const NAMES: Record<string, string> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  enter: "↵",
  escape: "Esc",
  delete: "Del",
  backspace: "⌫",
};

/** The keys as they are written on them, press by press: `[["Ctrl", "K"]]`. */
export function keysOf(keys: string): string[][] {
  return parseShortcut(keys).map(({ key, mod, alt, shift }) => [
    ...(mod ? [isMac() ? "⌘" : "Ctrl"] : []),
    ...(alt ? [isMac() ? "⌥" : "Alt"] : []),
    ...(shift ? ["Shift"] : []),
    NAMES[key] ?? key.toUpperCase(),
  ]);
}
