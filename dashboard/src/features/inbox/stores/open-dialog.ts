import { create } from "zustand";

export type ActionDialog = "assign" | "resolve" | "snooze" | "tags" | "template" | "schedule";

/** Which window of the open conversation is shown: buttons and keys open the same ones. */
export const useOpenDialog = create<{ dialog: ActionDialog | null; open: (dialog: ActionDialog | null) => void }>(
  (set) => ({ dialog: null, open: (dialog) => set({ dialog }) }),
);
