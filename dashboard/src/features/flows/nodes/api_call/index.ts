import { Webhook } from "lucide-react";
import { lazy } from "react";
import { shorten } from "../fields";
import { DEFAULT_HANDLE, defineKind } from "../kind";
import { trouble } from "../outputs";
import type { ApiCallData } from "./model";

/** Asks a web service and keeps what it answers. */
export const apiCall = defineKind<ApiCallData>({
  type: "api_call",
  group: "data",
  icon: Webhook,
  tone: "bg-chart-1/15 text-chart-1",
  create: () => ({ method: "GET", url: "" }),
  summary: (data) => (data.url ? shorten(`${data.method ?? "GET"} ${data.url}`, 80) : ""),
  outputs: (_, t) => [
    { handle: "success", label: t("flow-nodes:ways.success"), aliases: [DEFAULT_HANDLE] },
    { ...trouble(t, "error"), optional: false },
  ],
  Form: lazy(async () => ({ default: (await import("./form")).ApiCallForm })),
});
