import { z } from "zod";
import { text, variableName } from "../fields";
import { MAX_AI_HISTORY, MAX_AI_TOKENS, MAX_LABEL } from "../limits";
import { missing, type Problem } from "../problems";
import type { Written } from "../written";

export const DEFAULT_QUESTION = "{{response}}";
export const DEFAULT_TOKENS = 400;
export const DEFAULT_HISTORY = 6;

export const aiSchema = z.looseObject({
  prompt: text,
  question: text,
  model: z.string().max(MAX_LABEL).nullish(),
  knowledge_base: z.string().max(MAX_LABEL).nullish(),
  only_sources: z.boolean().optional(),
  can_hand_over: z.boolean().optional(),
  max_tokens: z.number().int().min(1).max(MAX_AI_TOKENS).optional(),
  history: z.number().int().min(0).max(MAX_AI_HISTORY).optional(),
  save_as: text,
  send: z.boolean().optional(),
});
export type AiData = z.infer<typeof aiSchema>;

/** What publishing would refuse, or warn of. */
export function aiProblems(data: AiData): Problem[] {
  return [
    ...missing("empty_question", "question", data.question ?? DEFAULT_QUESTION),
    ...(data.only_sources && !data.knowledge_base ? [{ code: "no_sources", path: "knowledge_base" }] : []),
    ...(/\{\{|\{%/.test(data.prompt ?? "")
      ? [{ code: "data_in_prompt", path: "prompt", severity: "warning" as const }]
      : []),
  ];
}

export function aiWrites(data: AiData): Written[] {
  return [{ name: variableName(data.save_as), type: "text" }];
}
