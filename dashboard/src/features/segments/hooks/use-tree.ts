import { useMemo, useState } from "react";
import { add, change, move, type Group } from "../utils/conditions";
import type { Edits } from "../components/group-box";

/** The tree that is edited, and what can be done to it. */
export function useTree(first: () => Group): { tree: Group; edits: Edits } {
  const [tree, setTree] = useState(first);
  const edits = useMemo<Edits>(
    () => ({
      change: (id, by) => setTree((now) => change(now, id, by)),
      move: (id, by) => setTree((now) => move(now, id, by)),
      add: (groupId, node) => setTree((now) => add(now, groupId, node)),
    }),
    [],
  );
  return { tree, edits };
}
