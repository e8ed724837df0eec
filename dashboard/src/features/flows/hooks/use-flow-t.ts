import { useTranslation } from "react-i18next";
import type { FlowsT } from "../nodes/kind";

/** The texts of the editor, and with them those of the kinds of node, which cards and lists need at once. */
export function useFlowT(): FlowsT {
  const { t } = useTranslation(["flows", "flow-nodes"]);
  return t as unknown as FlowsT;
}
