import { useParams } from "react-router";
import { FlowEditor } from "@/features/flows/components/editor/flow-editor";

/** One flow, to be edited. */
export function Component() {
  const { flowId = "" } = useParams();
  return <FlowEditor key={flowId} flowId={flowId} />;
}
