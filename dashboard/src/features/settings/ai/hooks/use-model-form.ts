import { useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useTexts } from "../../kit/use-texts";
import { lineOf, numberOf, textOf, wholeOf } from "../../utils/checks";
import type { AiSettings } from "../api/get-ai-settings";
import { useSaveAiSettings } from "../api/save-ai-settings";

export const PROVIDERS = ["local", "openai", "anthropic"] as const;
const MAX_TOKENS = 1_000_000_000;
const AMOUNT = /^\d{1,7}([.,]\d{1,6})?$/;

/** The API writes amounts with a point. */
const amountOf = (text: string): string => text.trim().replace(",", ".");
const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The form of the language model; its key is only sent where one was written. */
export function useModelForm(settings: AiSettings) {
  const { t } = useTexts();
  const client = useQueryClient();
  const save = useSaveAiSettings();
  const amount = z.string().trim().regex(AMOUNT, t("ai.amount-wrong"));
  return useEntityForm({
    schema: z.object({
      provider: z.enum(PROVIDERS),
      model: lineOf(t),
      embedding_model: z.string(),
      base_url: z.string(),
      api_key: z.string(),
      input_price: amount,
      output_price: amount,
      currency: z.string().regex(/^[A-Z]{3}$/, t("ai.currency-wrong")),
      monthly_tokens: wholeOf(t, { least: 1, most: MAX_TOKENS, optional: true }),
      monthly_cost: z.union([z.literal(""), amount]),
    }),
    values: {
      provider: settings.provider,
      model: settings.model,
      embedding_model: settings.embedding_model ?? "",
      base_url: settings.base_url ?? "",
      api_key: "",
      input_price: settings.input_price,
      output_price: settings.output_price,
      currency: settings.currency,
      monthly_tokens: textOf(settings.monthly_tokens),
      monthly_cost: settings.monthly_cost ?? "",
    },
    after: (sent) => ({ ...sent, api_key: "" }),
    done: t("common:saved"),
    send: ({ api_key: key, ...rest }) =>
      save.mutateAsync({
        version: settings.version,
        body: {
          ...rest,
          embedding_model: orNull(rest.embedding_model),
          base_url: orNull(rest.base_url),
          input_price: amountOf(rest.input_price),
          output_price: amountOf(rest.output_price),
          monthly_tokens: numberOf(rest.monthly_tokens),
          monthly_cost: orNull(amountOf(rest.monthly_cost)),
          ...(key === "" ? {} : { api_key: key }),
        },
      }),
    reload: () => void client.invalidateQueries({ queryKey: ["ai"] }),
  });
}
