import { useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { useTexts } from "../../kit/use-texts";
import { lineOf, numberOf, textOf, wholeOf } from "../../utils/checks";
import { useAddPolicy } from "../api/add-policy";
import type { Policy } from "../api/list-policy-pages";
import { useSavePolicy } from "../api/save-policy";

const MAX_NAME = 100;
const MAX_PLACE = 1_000;
const MAX_MINUTES = 525_600;
const MAX_PERCENT = 99;
const USUAL_WARNING = 80;

const ids = z.array(z.string()).default([]);
/** To what a policy applies; the API describes it as JSON. */
const scope = z.object({ priorities: ids, department_ids: ids, config_ids: ids, tag_ids: ids });
const NOTHING = { priorities: [], department_ids: [], config_ids: [], tag_ids: [] };

/** The form of a promise: a first response, a resolution or both. */
export function usePolicyForm(policy: Policy | undefined, onDone: () => void) {
  const { t } = useTexts();
  const client = useQueryClient();
  const add = useAddPolicy();
  const save = useSavePolicy();
  const keyOf = useIdempotencyKey();
  const chosen = z.array(z.string());
  const minutes = wholeOf(t, { least: 1, most: MAX_MINUTES, optional: true });
  return useEntityForm({
    schema: z
      .object({
        name: lineOf(t, MAX_NAME),
        first_response_minutes: minutes,
        resolution_minutes: minutes,
        warn_at_percent: wholeOf(t, { least: 1, most: MAX_PERCENT }),
        place: wholeOf(t, { least: 0, most: MAX_PLACE }),
        is_business_time: z.boolean(),
        is_active: z.boolean(),
        priorities: chosen,
        department_ids: chosen,
        config_ids: chosen,
        tag_ids: chosen,
      })
      .refine((values) => values.first_response_minutes.trim() !== "" || values.resolution_minutes.trim() !== "", {
        path: ["first_response_minutes"],
        message: t("sla.promise-something"),
      }),
    values: {
      name: policy?.name ?? "",
      first_response_minutes: textOf(policy?.first_response_minutes),
      resolution_minutes: textOf(policy?.resolution_minutes),
      warn_at_percent: textOf(policy?.warn_at_percent ?? USUAL_WARNING),
      place: textOf(policy?.place ?? 0),
      is_business_time: policy?.is_business_time ?? true,
      is_active: policy?.is_active ?? true,
      ...(scope.safeParse(policy?.applies_to).data ?? NOTHING),
    },
    rename: (field) => field.replace(/^applies_to\./, "").replace(/\[\d+\]$/, ""),
    send: ({ name, is_business_time, is_active, ...rest }) => {
      const body = {
        name,
        is_business_time,
        is_active,
        first_response_minutes: numberOf(rest.first_response_minutes),
        resolution_minutes: numberOf(rest.resolution_minutes),
        warn_at_percent: Number(rest.warn_at_percent),
        place: Number(rest.place),
        applies_to: scope.parse(rest),
      };
      if (policy) return save.mutateAsync({ id: policy.id, version: policy.version, body });
      return add.mutateAsync({ key: keyOf(body), body });
    },
    onDone,
    reload: () => void client.invalidateQueries({ queryKey: ["sla-policies"] }),
  });
}
