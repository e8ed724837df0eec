import { MessageSquare } from "lucide-react";
import { lazy } from "react";
import { shorten } from "../fields";
import { defineKind, type FlowsT } from "../kind";
import { choiceOutputs, onward, trouble } from "../outputs";
import { contentOf, menuOf, waits, type MessageData } from "./model";

/** Says something; with choices it also waits for one. */
export const message = defineKind<MessageData>({
  type: "message",
  group: "message",
  icon: MessageSquare,
  tone: "bg-info/15 text-info",
  create: () => ({ text: "" }),
  summary,
  outputs: (data, t) =>
    waits(data)
      ? [
          ...choiceOutputs(menuOf(data)),
          { ...onward(t, "otherAnswer"), optional: true },
          trouble(t, "timeout"),
          trouble(t, "invalid"),
          trouble(t, "error"),
        ]
      : [onward(t, "sent"), trouble(t, "error")],
  Form: lazy(async () => ({ default: (await import("./form")).MessageForm })),
});

function summary(data: MessageData, t: FlowsT): string {
  switch (contentOf(data)) {
    case "media": {
      const name = t(`flow-nodes:message.mediaTypes.${data.media?.type ?? "image"}`);
      const caption = shorten(data.media?.caption || data.text);
      return caption ? t("flow-nodes:message.summary.media", { name, caption }) : name;
    }
    case "template":
      return t("flow-nodes:message.summary.template", { name: data.template?.name ?? "" });
    case "location":
      return t("flow-nodes:message.summary.location", { name: data.location?.name || data.location?.address || "" });
    case "contacts":
      return t("flow-nodes:message.summary.contacts", { count: data.contacts?.length ?? 0 });
    case "text":
      return shorten(data.text);
  }
}
