import { MessageCircleQuestionMark } from "lucide-react";
import { lazy } from "react";
import { shorten } from "../fields";
import { defineKind } from "../kind";
import { choiceOutputs, onward, trouble } from "../outputs";
import { menuOf, type QuestionData } from "./model";

/** Asks, checks the answer, asks again, keeps it. */
export const question = defineKind<QuestionData>({
  type: "question",
  group: "question",
  icon: MessageCircleQuestionMark,
  tone: "bg-chart-4/15 text-chart-4",
  create: () => ({ text: "", kind: "text", save_as: "", timeout_minutes: 60 }),
  summary: (data) => shorten(data.text),
  outputs: (data, t) => [
    ...choiceOutputs(menuOf(data)),
    onward(t, "answered"),
    trouble(t, "timeout"),
    trouble(t, "invalid"),
    trouble(t, "error"),
  ],
  Form: lazy(async () => ({ default: (await import("./form")).QuestionForm })),
});
