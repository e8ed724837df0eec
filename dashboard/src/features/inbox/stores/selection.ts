import { create } from "zustand";

type SelectionState = {
  /** The conversations ticked in the list. */
  ids: ReadonlySet<string>;
  /** Whether every row shows its box; with a mouse they also show where it is. */
  isSelecting: boolean;
  setSelecting: (isSelecting: boolean) => void;
  toggle: (id: string) => void;
  replace: (ids: Iterable<string>) => void;
  clear: () => void;
};

/** What is ticked for doing one thing with many conversations. */
export const useSelection = create<SelectionState>((set) => ({
  ids: new Set(),
  isSelecting: false,
  setSelecting: (isSelecting) => set(isSelecting ? { isSelecting } : { isSelecting, ids: new Set() }),
  toggle: (id) =>
    set(({ ids }) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      return { ids: next };
    }),
  replace: (ids) => set({ ids: new Set(ids) }),
  clear: () => set({ ids: new Set(), isSelecting: false }),
}));
