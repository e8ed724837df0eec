import { z } from "zod";
import { text } from "../fields";
import { MAX_TEXT } from "../limits";
import { tooLong, type Problem } from "../problems";

export const DEFAULT_OUTCOME = "completed";

export const endSchema = z.looseObject({ outcome: text, message: text, resolve: z.boolean().optional() });
export type EndData = z.infer<typeof endSchema>;

/** What publishing would refuse. */
export function endProblems(data: EndData): Problem[] {
  return tooLong("message", data.message, MAX_TEXT);
}
