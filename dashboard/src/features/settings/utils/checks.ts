import { z } from "zod";

/** The texts of the settings: `useTranslation`'s own `t`. */
type Texts = (key: string, values?: Record<string, unknown>) => string;

/** The longest name that the API takes. */
export const MAX_NAME = 200;

/** A line that says something. */
export const lineOf = (t: Texts, most = MAX_NAME) =>
  z
    .string()
    .trim()
    .min(1, t("checks.required"))
    .max(most, t("checks.too-long", { count: most }));

/** A whole number within bounds, as a field holds it; `optional` lets it be empty. */
export const wholeOf = (
  t: Texts,
  { least, most, optional = false }: { least: number; most: number; optional?: boolean },
) =>
  z.string().refine(
    (text) => {
      const given = text.trim();
      if (given === "") return optional;
      return /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most;
    },
    { message: t("checks.between", { least, most }) },
  );

/** What a number's field says: empty is nothing. */
export const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** What a number's field shows. */
export const textOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
