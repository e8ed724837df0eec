import type { z } from "zod";
import { actionProblems, actionSchema } from "./action/model";
import { aiProblems, aiSchema } from "./ai/model";
import { apiCallProblems, apiCallSchema } from "./api_call/model";
import { businessHoursSchema } from "./business_hours/model";
import { conditionProblems, conditionSchema } from "./condition/model";
import { endProblems, endSchema } from "./end/model";
import { erpProblems, erpSchema } from "./erp/model";
import { jumpProblems, jumpSchema } from "./jump/model";
import { messageProblems, messageSchema } from "./message/model";
import { shapeProblems, type Problem } from "./problems";
import { questionProblems, questionSchema } from "./question/model";
import { randomProblems, randomSchema } from "./random/model";
import { setVariableProblems, setVariableSchema } from "./set_variable/model";
import { startSchema } from "./start/model";
import { transferProblems, transferSchema } from "./transfer/model";
import { waitProblems, waitSchema } from "./wait/model";

type Check = { schema: z.ZodType; problems: (data: never) => Problem[] };

const none = (): Problem[] => [];

/** What each kind's data may hold, and what publishing would refuse of it. */
export const CHECKS: Readonly<Record<string, Check>> = {
  start: { schema: startSchema, problems: none },
  message: { schema: messageSchema, problems: messageProblems },
  question: { schema: questionSchema, problems: questionProblems },
  wait: { schema: waitSchema, problems: waitProblems },
  condition: { schema: conditionSchema, problems: conditionProblems },
  random: { schema: randomSchema, problems: randomProblems },
  business_hours: { schema: businessHoursSchema, problems: none },
  api_call: { schema: apiCallSchema, problems: apiCallProblems },
  erp: { schema: erpSchema, problems: erpProblems },
  ai: { schema: aiSchema, problems: aiProblems },
  set_variable: { schema: setVariableSchema, problems: setVariableProblems },
  action: { schema: actionSchema, problems: actionProblems },
  transfer: { schema: transferSchema, problems: transferProblems },
  jump: { schema: jumpSchema, problems: jumpProblems },
  end: { schema: endSchema, problems: endProblems },
};

/** Everything that is wrong with a node's data, as far as its data alone tells. */
export function problemsOf(type: string, data: unknown): Problem[] {
  const check = CHECKS[type];
  if (!check) return [];
  const shape = shapeProblems(check.schema, data);
  return shape.length ? shape : (check.problems as (data: unknown) => Problem[])(data);
}
