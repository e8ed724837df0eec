import { Database } from "lucide-react";
import { lazy } from "react";
import { defineKind } from "../kind";
import { trouble } from "../outputs";
import type { ErpData } from "./model";

/** Asks the company's ERP. */
export const erp = defineKind<ErpData>({
  type: "erp",
  group: "data",
  icon: Database,
  tone: "bg-chart-1/15 text-chart-1",
  create: () => ({ operation: "find_customer", arguments: { document: "" }, save_as: "cliente" }),
  summary: (data, t) => (data.operation ? t(`flow-nodes:erp.operations.${data.operation}`) : ""),
  outputs: (_, t) => [
    { handle: "found", label: t("flow-nodes:ways.found") },
    { handle: "not_found", label: t("flow-nodes:ways.not_found") },
    { ...trouble(t, "error"), optional: false },
  ],
  Form: lazy(async () => ({ default: (await import("./form")).ErpForm })),
});
