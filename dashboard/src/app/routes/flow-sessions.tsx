import { useParams } from "react-router";
import { SessionsScreen } from "@/features/flows/sessions/components/sessions-screen";

/** The sessions of a flow, and one of them step by step. */
export function Component() {
  const { flowId = "", sessionId } = useParams();
  return <SessionsScreen key={flowId} flowId={flowId} sessionId={sessionId ?? null} />;
}
