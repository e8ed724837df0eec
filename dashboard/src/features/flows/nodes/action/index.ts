import { Zap } from "lucide-react";
import { lazy } from "react";
import { defineKind } from "../kind";
import { onward, trouble } from "../outputs";
import type { ActionData } from "./model";

/** Changes what is known of the contact and the conversation, and tells people. */
export const action = defineKind<ActionData>({
  type: "action",
  group: "data",
  icon: Zap,
  tone: "bg-chart-1/15 text-chart-1",
  create: () => ({ actions: [{ type: "add_tag", tag: "" }] }),
  summary: (data, t) =>
    (data.actions ?? [])
      .slice(0, 3)
      .map((one) => t(`flow-nodes:action.types.${one.type}`))
      .join(" · "),
  outputs: (_, t) => [onward(t), trouble(t, "error")],
  Form: lazy(async () => ({ default: (await import("./form")).ActionForm })),
});
