import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { nodeOf } from "../../utils/document";
import { titleOf } from "../../utils/search";

/** Gives what names a node: as the draft calls it, else its id, where a version had it and the draft does not. */
export function useNodeName(): (id: string) => string {
  const t = useFlowT();
  const document = useEditor((state) => state.document);
  return (id) => {
    const node = nodeOf(document, id);
    return node ? `${titleOf(node, t)} (${id})` : id;
  };
}
