import { create } from "zustand";

export const PANELS = ["properties", "findings", "test", "versions", "analytics"] as const;
export type Panel = (typeof PANELS)[number];

/** A wish that the canvas fulfils once: bring this into the middle of the view. */
export type Reveal = { kind: "node" | "edge"; id: string; at: number };

type View = {
  panel: Panel;
  /** On narrow screens the panel is a sheet over the canvas, which is open or not. */
  isPanelOpen: boolean;
  /** On wide screens it stands beside the canvas unless it is put away. */
  isPanelHidden: boolean;
  isSearching: boolean;
  reveal: Reveal | null;
  openPanel: (panel: Panel) => void;
  closePanel: () => void;
  togglePanel: () => void;
  setSearching: (isSearching: boolean) => void;
  /** Moves the canvas to a node or an edge; it stays selected or not as it was. */
  revealOnCanvas: (kind: Reveal["kind"], id: string) => void;
};

let reveals = 0;

/** What of the editor is shown; no part of the document. */
export const useView = create<View>()((set) => ({
  panel: "properties",
  isPanelOpen: false,
  isPanelHidden: false,
  isSearching: false,
  reveal: null,
  openPanel: (panel) => set({ panel, isPanelOpen: true, isPanelHidden: false }),
  closePanel: () => set({ isPanelOpen: false }),
  togglePanel: () => set((state) => ({ isPanelHidden: !state.isPanelHidden })),
  setSearching: (isSearching) => set({ isSearching }),
  revealOnCanvas: (kind, id) => set({ reveal: { kind, id, at: (reveals += 1) } }),
}));
