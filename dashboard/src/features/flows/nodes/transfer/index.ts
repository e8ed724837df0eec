import { Headset } from "lucide-react";
import { lazy } from "react";
import { shorten } from "../fields";
import { defineKind } from "../kind";
import type { TransferData } from "./model";

/** Hands the conversation to people and ends the session. */
export const transfer = defineKind<TransferData>({
  type: "transfer",
  group: "people",
  icon: Headset,
  tone: "bg-success/15 text-success",
  create: () => ({ message: "", note: "" }),
  summary: (data, t) => {
    if (data.user) return t("flow-nodes:transfer.summary.user");
    if (data.department) return t("flow-nodes:transfer.summary.department", { name: data.department });
    return shorten(data.message) || t("flow-nodes:transfer.summary.queue");
  },
  outputs: () => [],
  Form: lazy(async () => ({ default: (await import("./form")).TransferForm })),
});
