import { Play } from "lucide-react";
import { lazy } from "react";
import { defineKind } from "../kind";
import { onward } from "../outputs";
import type { StartData } from "./model";

/** Where a flow begins. */
export const start = defineKind<StartData>({
  type: "start",
  group: "flow",
  icon: Play,
  tone: "bg-muted text-foreground",
  create: () => ({}),
  summary: () => "",
  outputs: (_, t) => [onward(t)],
  Form: lazy(async () => ({ default: (await import("./form")).StartForm })),
});
