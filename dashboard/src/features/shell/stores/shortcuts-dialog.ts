import { create } from "zustand";

/** Whether the list of shortcuts is open. */
export const useShortcutsDialog = create<{ open: boolean }>(() => ({ open: false }));

/** Opens it, or closes it. */
export function openShortcuts(open = true): void {
  useShortcutsDialog.setState({ open });
}
