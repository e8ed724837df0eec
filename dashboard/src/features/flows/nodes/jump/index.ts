import { CornerUpRight } from "lucide-react";
import { lazy } from "react";
import { DEFAULT_HANDLE, defineKind } from "../kind";
import { trouble } from "../outputs";
import { returns, type JumpData } from "./model";

/** Runs another flow, and comes back from it or not. */
export const jump = defineKind<JumpData>({
  type: "jump",
  group: "flow",
  icon: CornerUpRight,
  tone: "bg-muted text-foreground",
  create: () => ({ flow_id: "", return: true }),
  summary: (data, t) => {
    if (!data.flow_id) return "";
    return returns(data) ? t("flow-nodes:jump.summary.returns") : t("flow-nodes:jump.summary.leaves");
  },
  outputs: (data, t) =>
    returns(data)
      ? [{ handle: "returned", label: t("flow-nodes:ways.returned"), aliases: [DEFAULT_HANDLE] }, trouble(t, "error")]
      : [trouble(t, "error")],
  Form: lazy(async () => ({ default: (await import("./form")).JumpForm })),
});
