import { Variable } from "lucide-react";
import { lazy } from "react";
import { readAssignments } from "../assignments";
import { shorten } from "../fields";
import { defineKind } from "../kind";
import { onward, trouble } from "../outputs";
import type { SetVariableData } from "./model";

/** Remembers something, for the session, on the contact, or on the conversation. */
export const setVariable = defineKind<SetVariableData>({
  type: "set_variable",
  group: "data",
  icon: Variable,
  tone: "bg-chart-1/15 text-chart-1",
  create: () => ({ scope: "session", assignments: [{ name: "", template: "" }] }),
  summary: (data) =>
    readAssignments(data.assignments)
      .filter(({ name }) => name)
      .map(
        ({ name, content }) =>
          `${name} = ${shorten(typeof content === "string" ? content : JSON.stringify(content), 40)}`,
      )
      .slice(0, 2)
      .join(" · "),
  outputs: (_, t) => [onward(t), trouble(t, "error")],
  Form: lazy(async () => ({ default: (await import("./form")).SetVariableForm })),
});
