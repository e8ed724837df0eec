import { Sparkles } from "lucide-react";
import { lazy } from "react";
import { shorten } from "../fields";
import { defineKind } from "../kind";
import { trouble } from "../outputs";
import { DEFAULT_HISTORY, DEFAULT_QUESTION, DEFAULT_TOKENS, type AiData } from "./model";

/** Lets a language model answer. */
export const ai = defineKind<AiData>({
  type: "ai",
  group: "ai",
  icon: Sparkles,
  tone: "bg-chart-2/15 text-chart-2",
  create: () => ({
    prompt: "",
    question: DEFAULT_QUESTION,
    max_tokens: DEFAULT_TOKENS,
    history: DEFAULT_HISTORY,
    can_hand_over: true,
  }),
  summary: (data, t) =>
    data.knowledge_base ? t("flow-nodes:ai.summary.base", { name: data.knowledge_base }) : shorten(data.prompt),
  outputs: (_, t) => [
    { handle: "answered", label: t("flow-nodes:ways.aiAnswered") },
    { handle: "unsure", label: t("flow-nodes:ways.unsure") },
    { ...trouble(t, "error"), optional: false },
  ],
  Form: lazy(async () => ({ default: (await import("./form")).AiForm })),
});
