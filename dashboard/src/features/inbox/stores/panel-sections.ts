import { create } from "zustand";
import { persist } from "zustand/middleware";

export type PanelSection =
  "details" | "tags" | "consents" | "notes" | "promises" | "conversations" | "timeline" | "files";

type PanelSections = { closed: readonly PanelSection[]; setOpen: (section: PanelSection, isOpen: boolean) => void };

/** Which parts of the contact's panel this person keeps closed. */
export const usePanelSections = create<PanelSections>()(
  persist(
    (set) => ({
      closed: ["consents", "timeline", "files"],
      setOpen: (section, isOpen) =>
        set(({ closed }) => {
          const others = closed.filter((one) => one !== section);
          return { closed: isOpen ? others : [...others, section] };
        }),
    }),
    { name: "pytake.panel" },
  ),
);
