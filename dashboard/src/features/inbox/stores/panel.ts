import { create } from "zustand";
import { persist } from "zustand/middleware";

/** Whether the contact's details stand beside the thread, kept for the next visit. */
export const usePanel = create<{ isShown: boolean; toggle: () => void }>()(
  persist((set) => ({ isShown: true, toggle: () => set(({ isShown }) => ({ isShown: !isShown })) }), {
    name: "pytake.inbox.panel",
  }),
);
