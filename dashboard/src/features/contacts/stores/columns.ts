import { create } from "zustand";
import { persist } from "zustand/middleware";

/** The columns besides the name that are shown at first. */
const USUAL = ["phone", "tags", "stage", "score", "last_seen"];

type Columns = { shown: readonly string[]; toggle: (id: string) => void };

/** Which columns this person wants to see, in this browser. */
export const useColumns = create<Columns>()(
  persist(
    (set) => ({
      shown: USUAL,
      toggle: (id) =>
        set(({ shown }) => ({ shown: shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id] })),
    }),
    { name: "pytake.contacts.columns", partialize: ({ shown }) => ({ shown }) },
  ),
);
