import { create } from "zustand";
import { persist } from "zustand/middleware";

type ComposerSettings = { enterSends: boolean; setEnterSends: (enterSends: boolean) => void };

/** How one likes to write: Enter sends, or only together with Ctrl. */
export const useComposerSettings = create<ComposerSettings>()(
  persist((set) => ({ enterSends: true, setEnterSends: (enterSends) => set({ enterSends }) }), {
    name: "pytake.composer",
  }),
);
