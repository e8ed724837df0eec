import { z } from "zod";
import { MAX_LABEL } from "../limits";

export const businessHoursSchema = z.looseObject({ calendar: z.string().max(MAX_LABEL).nullish() });
export type BusinessHoursData = z.infer<typeof businessHoursSchema>;
