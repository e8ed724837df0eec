import type { LucideIcon } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { create } from "zustand";

/** Something that can be done now, offered by the command palette. */
export type Command = {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** The keys that do the same, as `useShortcut` takes them; shown beside it. */
  shortcut?: string;
  /** The heading that it stands under, in the reader's words. */
  group?: string;
  /** Other words to find it by. */
  keywords?: string[];
  run: () => void;
};

type Registry = { open: boolean; byScreen: ReadonlyMap<string, readonly Command[]> };

/** Whether the palette is open, and what the mounted screens offer in it. */
export const useCommandPalette = create<Registry>(() => ({ open: false, byScreen: new Map() }));

/** Opens the palette, or closes it. */
export function openCommandPalette(open = true): void {
  useCommandPalette.setState({ open });
}

/** Offers commands in the palette while the screen is mounted. A command is known by its id, label, shortcut and group:
 * what it does may change with each drawing. */
export function useCommands(commands: readonly Command[]): void {
  const screen = useId();
  const latest = useRef(commands);
  const shape = JSON.stringify(commands.map(({ id, label, shortcut, group }) => [id, label, shortcut, group]));
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const offered = latest.current.map((command) => ({
      ...command,
      run: () => latest.current.find((one) => one.id === command.id)?.run(),
    }));
    useCommandPalette.setState(({ byScreen }) => ({ byScreen: new Map(byScreen).set(screen, offered) }));
    return () =>
      useCommandPalette.setState(({ byScreen }) => {
        const left = new Map(byScreen);
        left.delete(screen);
        return { byScreen: left };
      });
  }, [screen, shape]);
}
