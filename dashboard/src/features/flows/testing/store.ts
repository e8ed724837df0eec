import { create } from "zustand";
import { type Change, changeScript, emptyScript, type Script } from "./utils/script";

type Testing = {
  flowId: string | null;
  script: Script;
  change: (flowId: string, change: Change) => void;
};

/** The conversation on the phone; it stays while one looks at another panel, and goes with the flow. */
const useTesting = create<Testing>()((set) => ({
  flowId: null,
  script: emptyScript(),
  change: (flowId, change) =>
    set((state) => ({ flowId, script: changeScript(state.flowId === flowId ? state.script : emptyScript(), change) })),
}));

const fresh = emptyScript();

/** The conversation with this flow, and what changes it. */
export function useScript(flowId: string): [Script, (change: Change) => void] {
  const script = useTesting((state) => (state.flowId === flowId ? state.script : fresh));
  const change = useTesting((state) => state.change);
  return [script, (what) => change(flowId, what)];
}
