import { z } from "zod";
import { text } from "../fields";
import { MAX_TEXT } from "../limits";
import { tooLong, type Problem } from "../problems";

export const transferSchema = z.looseObject({
  department: z.string().nullish(),
  user: z.string().nullish(),
  note: text,
  message: text,
});
export type TransferData = z.infer<typeof transferSchema>;

/** What publishing would refuse. */
export function transferProblems(data: TransferData): Problem[] {
  return tooLong("message", data.message, MAX_TEXT);
}
