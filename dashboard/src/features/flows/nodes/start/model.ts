import { z } from "zod";

export const startSchema = z.looseObject({});
export type StartData = z.infer<typeof startSchema>;
