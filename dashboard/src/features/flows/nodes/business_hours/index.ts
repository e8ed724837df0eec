import { Clock } from "lucide-react";
import { lazy } from "react";
import { defineKind } from "../kind";
import { trouble } from "../outputs";
import type { BusinessHoursData } from "./model";

/** Goes by whether the company, or a department of it, is there. */
export const businessHours = defineKind<BusinessHoursData>({
  type: "business_hours",
  group: "logic",
  icon: Clock,
  tone: "bg-chart-3/15 text-chart-3",
  create: () => ({}),
  summary: (data, t) =>
    data.calendar
      ? t("flow-nodes:business_hours.summary.department", { name: data.calendar })
      : t("flow-nodes:business_hours.summary.company"),
  outputs: (_, t) => [
    { handle: "open", label: t("flow-nodes:ways.open") },
    { handle: "closed", label: t("flow-nodes:ways.closed") },
    trouble(t, "error"),
  ],
  Form: lazy(async () => ({ default: (await import("./form")).BusinessHoursForm })),
});
