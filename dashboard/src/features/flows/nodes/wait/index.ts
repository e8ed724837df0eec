import { Hourglass } from "lucide-react";
import { lazy } from "react";
import { defineKind, type FlowsT } from "../kind";
import { onward, trouble } from "../outputs";
import { durationOf, waitKind, type WaitData } from "./model";

/** Waits for a reply, for a while, or until a time. */
export const wait = defineKind<WaitData>({
  type: "wait",
  group: "question",
  icon: Hourglass,
  tone: "bg-chart-4/15 text-chart-4",
  create: () => ({ for: "duration", duration: "1h" }),
  summary,
  outputs: (data, t) =>
    waitKind(data) === "reply"
      ? [onward(t, "answered"), trouble(t, "timeout")]
      : [
          onward(t, "timeCame"),
          { handle: "reply", label: t("flow-nodes:ways.reply"), optional: true },
          trouble(t, "error"),
        ],
  Form: lazy(async () => ({ default: (await import("./form")).WaitForm })),
});

function summary(data: WaitData, t: FlowsT): string {
  switch (waitKind(data)) {
    case "reply":
      return t("flow-nodes:wait.summary.reply");
    case "duration":
      return t("flow-nodes:wait.summary.duration", { duration: durationOf(data) });
    case "until":
      return t("flow-nodes:wait.summary.until", { expression: data.until ?? "" });
  }
}
