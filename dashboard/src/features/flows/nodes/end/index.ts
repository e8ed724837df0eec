import { CircleStop } from "lucide-react";
import { lazy } from "react";
import { shorten } from "../fields";
import { defineKind } from "../kind";
import { DEFAULT_OUTCOME, type EndData } from "./model";

/** Ends the flow with an outcome. */
export const end = defineKind<EndData>({
  type: "end",
  group: "flow",
  icon: CircleStop,
  tone: "bg-muted text-foreground",
  create: () => ({ outcome: DEFAULT_OUTCOME, message: "", resolve: true }),
  summary: (data, t) =>
    shorten(data.message) || t("flow-nodes:end.summary", { outcome: data.outcome || DEFAULT_OUTCOME }),
  outputs: () => [],
  Form: lazy(async () => ({ default: (await import("./form")).EndForm })),
});
