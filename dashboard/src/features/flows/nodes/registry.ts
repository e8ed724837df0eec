import { action } from "./action";
import { ai } from "./ai";
import { apiCall } from "./api_call";
import { businessHours } from "./business_hours";
import { condition } from "./condition";
import { end } from "./end";
import { erp } from "./erp";
import { jump } from "./jump";
import { message } from "./message";
import { question } from "./question";
import { random } from "./random";
import { setVariable } from "./set_variable";
import { start } from "./start";
import { transfer } from "./transfer";
import { wait } from "./wait";
import type { NodeKind } from "./kind";

/** Every kind of node, in the order of the palette. */
export const KINDS: readonly NodeKind[] = [
  message,
  question,
  wait,
  condition,
  random,
  businessHours,
  apiCall,
  erp,
  setVariable,
  action,
  ai,
  transfer,
  jump,
  end,
  start,
];

const BY_TYPE = new Map(KINDS.map((kind) => [kind.type, kind]));

/** The kind of a node by the document's word; there is none for what a newer server may know. */
export function kindOf(type: string): NodeKind | undefined {
  return BY_TYPE.get(type);
}
