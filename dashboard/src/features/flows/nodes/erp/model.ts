import { z } from "zod";
import { text, variableName } from "../fields";
import type { Problem } from "../problems";
import type { ValueType, Written } from "../written";

export const OPERATIONS = [
  "find_customer",
  "invoices",
  "duplicate_invoice",
  "connection_status",
  "open_ticket",
  "plans",
] as const;
export type Operation = (typeof OPERATIONS)[number];

export const erpSchema = z.looseObject({
  operation: z.enum(OPERATIONS).nullish(),
  arguments: z.record(z.string(), z.unknown()).optional(),
  connection: z.string().nullish(),
  save_as: text,
});
export type ErpData = z.infer<typeof erpSchema>;

/** An argument of an operation; `flag` is a yes or no, `long` a text of several lines. */
export type Argument = { name: string; input: "text" | "long" | "flag" };

/** What each operation is told (docs/guides/flows.md). */
export const ARGUMENTS: Readonly<Record<Operation, readonly Argument[]>> = {
  find_customer: [
    { name: "document", input: "text" },
    { name: "phone", input: "text" },
  ],
  invoices: [
    { name: "customer_id", input: "text" },
    { name: "open_only", input: "flag" },
  ],
  duplicate_invoice: [{ name: "invoice_id", input: "text" }],
  connection_status: [{ name: "customer_id", input: "text" }],
  open_ticket: [
    { name: "customer_id", input: "text" },
    { name: "subject", input: "text" },
    { name: "text", input: "long" },
  ],
  plans: [],
};

type Shape = { type: ValueType; fields: Readonly<Record<string, ValueType>> };

const INVOICE = {
  id: "text",
  due_date: "date",
  amount: "text",
  status: "text",
  barcode_line: "text",
  pix_code: "text",
  pdf_url: "text",
} as const;

/** What each operation answers, whatever the ERP. */
export const ANSWERS: Readonly<Record<Operation, Shape>> = {
  find_customer: {
    type: "object",
    fields: {
      id: "text",
      name: "text",
      document: "text",
      email: "text",
      phones: "list",
      status: "text",
      contracts: "list",
    },
  },
  invoices: { type: "list", fields: { id: "text", due_date: "date", amount: "text", status: "text" } },
  duplicate_invoice: { type: "object", fields: INVOICE },
  connection_status: {
    type: "object",
    fields: { online: "boolean", since: "date", ip: "text", blocked: "boolean", outage: "text" },
  },
  open_ticket: { type: "object", fields: { id: "text", number: "text" } },
  plans: { type: "list", fields: { id: "text", name: "text", speed: "number", price: "text" } },
};

/** What publishing would refuse. */
export function erpProblems(data: ErpData): Problem[] {
  return data.operation ? [] : [{ code: "no_operation", path: "operation" }];
}

export function erpWrites(data: ErpData): Written[] {
  const answer = data.operation ? ANSWERS[data.operation] : { type: "any" as const };
  return [{ name: variableName(data.save_as), ...answer }];
}
