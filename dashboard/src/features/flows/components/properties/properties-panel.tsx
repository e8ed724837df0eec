import { useEditor } from "../../stores/editor";
import { nodeOf } from "../../utils/document";
import { EdgeProperties } from "./edge-properties";
import { FlowProperties } from "./flow-properties";
import { NodeProperties } from "./node-properties";
import { SelectionProperties } from "./selection-properties";

/** What is selected, to be changed; where nothing is, the flow itself. */
export function PropertiesPanel({ flowId, isReadOnly }: { flowId: string; isReadOnly: boolean }) {
  const { nodes, edges } = useEditor((state) => state.selection);
  const node = useEditor((state) => (nodes.length === 1 && nodes[0] ? nodeOf(state.document, nodes[0]) : undefined));
  const edge = useEditor((state) =>
    nodes.length === 0 && edges.length === 1 ? state.document.edges.find((one) => one.id === edges[0]) : undefined,
  );
  if (node) return <NodeProperties key={node.id} node={node} flowId={flowId} isReadOnly={isReadOnly} />;
  if (edge) return <EdgeProperties key={edge.id} edge={edge} flowId={flowId} isReadOnly={isReadOnly} />;
  if (nodes.length + edges.length > 0) return <SelectionProperties isReadOnly={isReadOnly} />;
  return <FlowProperties isReadOnly={isReadOnly} />;
}
