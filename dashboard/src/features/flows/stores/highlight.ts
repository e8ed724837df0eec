import { create } from "zustand";

/** What lies on the way that a test or a session took; `current` is the node where it stands. */
export type Path = { nodeIds: readonly string[]; edgeIds: readonly string[]; current: string | null };

/** Numbers to draw on the canvas. `stops` are sessions that ended at the node, `share` is from 0 to 1. */
export type Overlay = {
  nodes: Readonly<Record<string, { visits: number; stops?: number; share?: number }>>;
  edges: Readonly<Record<string, { taken: number; share?: number }>>;
};

type Highlight = Path & {
  overlay: Overlay | null;
  /** Marks a way on the canvas, in place of the one before; the canvas follows `current`. */
  showPath: (path: Partial<Path>) => void;
  clearPath: () => void;
  /** Draws numbers on nodes and edges; null takes them away. */
  setOverlay: (overlay: Overlay | null) => void;
};

const NOWHERE: Path = { nodeIds: [], edgeIds: [], current: null };

/** What the panels beside the canvas ask it to mark. Who marks clears it when it goes. */
export const useHighlight = create<Highlight>()((set) => ({
  ...NOWHERE,
  overlay: null,
  showPath: (path) => set({ ...NOWHERE, ...path }),
  clearPath: () => set(NOWHERE),
  setOverlay: (overlay) => set({ overlay }),
}));
