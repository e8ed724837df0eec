import { create } from "zustand";

type Wizard = {
  /** The files that were chosen, by the dry run that looked into them: a browser cannot give one back by itself. */
  files: ReadonlyMap<string, File>;
  keep: (importId: string, file: File) => void;
};

/** Keeps chosen files while one goes elsewhere and comes back. */
export const useWizard = create<Wizard>()((set) => ({
  files: new Map(),
  keep: (importId, file) => set(({ files }) => ({ files: new Map(files).set(importId, file) })),
}));
