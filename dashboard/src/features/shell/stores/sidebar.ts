import { create } from "zustand";
import { persist } from "zustand/middleware";

/** Whether the navigation shows its icons only; kept for the next visit. */
export const useSidebar = create<{ isNarrow: boolean; toggle: () => void }>()(
  persist((set) => ({ isNarrow: false as boolean, toggle: () => set(({ isNarrow }) => ({ isNarrow: !isNarrow })) }), {
    name: "pytake.sidebar",
  }),
);
