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
  /** Where the focus is to go once it is drawn: `PANEL_TOP`, or the way to an edge, by the edge's id. */
  focusWish: string | null;
  openPanel: (panel: Panel) => void;
  closePanel: () => void;
  togglePanel: () => void;
  setSearching: (isSearching: boolean) => void;
  /** Moves the canvas to a node or an edge; it stays selected or not as it was. */
  revealOnCanvas: (kind: Reveal["kind"], id: string) => void;
  /** Lets the focus go there, once. */
  focusOn: (place: string) => void;
};

/** The title of what the panel shows. */
export const PANEL_TOP = "top of the panel";

let reveals = 0;

/** What of the editor is shown; no part of the document. */
export const useView = create<View>()((set) => ({
  panel: "properties",
  isPanelOpen: false,
  isPanelHidden: false,
  isSearching: false,
  reveal: null,
  focusWish: null,
  openPanel: (panel) => set({ panel, isPanelOpen: true, isPanelHidden: false }),
  closePanel: () => set({ isPanelOpen: false }),
  togglePanel: () => set((state) => ({ isPanelHidden: !state.isPanelHidden })),
  setSearching: (isSearching) => set({ isSearching }),
  revealOnCanvas: (kind, id) => set({ reveal: { kind, id, at: (reveals += 1) } }),
  focusOn: (focusWish) => set({ focusWish }),
}));
