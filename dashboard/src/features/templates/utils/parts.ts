import { z } from "zod";

const texts = z.array(z.string()).default([]);
const namedExamples = z.array(z.object({ param_name: z.string(), example: z.string() })).default([]);
const text = z
  .string()
  .nullish()
  .transform((given) => given ?? "");
const orNone = <Shape extends z.ZodType<object>>(shape: Shape) => z.preprocess((given) => given ?? {}, shape);

const button = z.object({
  type: z.string(),
  text,
  url: text,
  phone_number: text,
  example: z
    .union([z.array(z.string()), z.string()])
    .nullish()
    .transform((given) => (typeof given === "string" ? [given] : (given ?? []))),
  flow_id: z.string().nullish(),
  flow_action: z.string().nullish(),
  navigate_screen: z.string().nullish(),
});

const part = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("HEADER"),
    format: z.string(),
    text,
    example: orNone(z.object({ header_text: texts, header_text_named_params: namedExamples, header_handle: texts })),
  }),
  z.object({
    type: z.literal("BODY"),
    text,
    example: orNone(z.object({ body_text: z.array(texts).default([]), body_text_named_params: namedExamples })),
    add_security_recommendation: z.boolean().nullish(),
  }),
  z.object({ type: z.literal("FOOTER"), text, code_expiration_minutes: z.number().nullish() }),
  z.object({ type: z.literal("BUTTONS"), buttons: z.array(button) }),
]);

/** One part of a template, as Meta writes it. */
export type Part = z.infer<typeof part>;

/** Takes Meta's JSON apart; `others` are the kinds of parts that nobody here knows, such as a carousel. */
export function readParts(components: unknown): { known: Part[]; others: string[] } {
  const given = z.array(z.unknown()).safeParse(components).data ?? [];
  const read = given.map((one) => ({ one, told: part.safeParse(one) }));
  return {
    known: read.flatMap(({ told }) => (told.success ? [told.data] : [])),
    others: read.flatMap(({ one, told }) =>
      told.success ? [] : [(z.object({ type: z.string() }).safeParse(one).data?.type ?? "?").toLowerCase()],
    ),
  };
}
