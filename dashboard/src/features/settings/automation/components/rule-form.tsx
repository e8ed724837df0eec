import { z } from "zod";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form, FormField, FormItem, FormMessage } from "@/components/ui/form";
import type { Schema } from "@/api/types";
import { useEntityForm } from "@/hooks/use-entity-form";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import { lineOf, textOf, wholeOf } from "../../utils/checks";
import type { Rule } from "../api/list-rule-pages";
import { isIncomplete, MAX_ACTIONS, readActions, writeActions, type Action } from "../utils/actions";
import { isUnfinished, readConditions, writeConditions, type Conditions } from "../utils/conditions";
import { EVENTS } from "../utils/events";
import { ActionsEditor } from "./actions-editor";
import { ConditionsEditor } from "./conditions-editor";

const MAX_NAME = 100;
const MAX_PLACE = 1_000;

type Props = {
  rule?: Rule;
  send: (body: Schema<"AddAutomationRuleRequest">) => Promise<unknown>;
  reload?: () => void;
};

/** What a rule listens to, what it asks, and what it does. */
export function RuleForm({ rule, send, reload }: Props) {
  const { t } = useTexts();
  const { form, submit, dirty, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t, MAX_NAME),
      event: z.enum(EVENTS),
      place: wholeOf(t, { least: 0, most: MAX_PLACE }),
      is_active: z.boolean(),
      conditions: z
        .custom<Conditions>()
        .refine(({ rows }) => !rows.some(isUnfinished), { message: t("rules.conditions-unfinished") }),
      actions: z
        .custom<Action[]>()
        .refine((actions) => actions.length > 0, { message: t("rules.actions-none") })
        .refine((actions) => !actions.some(isIncomplete), { message: t("rules.actions-unfinished") })
        .refine((actions) => actions.length <= MAX_ACTIONS, {
          message: t("rules.actions-many", { count: MAX_ACTIONS }),
        }),
    }),
    values: {
      name: rule?.name ?? "",
      event: rule?.event ?? "message_received",
      place: textOf(rule?.place ?? 0),
      is_active: rule?.is_active ?? false,
      conditions: readConditions(rule?.conditions),
      actions: readActions(rule?.actions),
    },
    rename: (field) => field.split(/[.[]/)[0] ?? field,
    done: t("common:saved"),
    send: ({ place, conditions, actions, ...rest }) =>
      send({
        ...rest,
        place: Number(place),
        conditions: writeConditions(conditions),
        actions: writeActions(actions),
      }),
    reload,
  });
  const { control } = form;
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="mb-4">
        <SettingsCard title={t("rules.when")}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField control={control} name="name" label={t("kit.name")} />
            <SelectField
              control={control}
              name="event"
              label={t("rules.event")}
              options={EVENTS.map((value) => ({ value, label: t(`rules.events.${value}`) }))}
            />
            <TextField
              control={control}
              name="place"
              inputMode="numeric"
              label={t("kit.place")}
              description={t("rules.place-hint")}
            />
            <SwitchField
              control={control}
              name="is_active"
              label={t("kit.active")}
              description={t("rules.active-hint")}
            />
          </div>
        </SettingsCard>
        <SettingsCard title={t("rules.if")} description={t("rules.if-hint")}>
          <FormField
            control={control}
            name="conditions"
            render={({ field }) => (
              <FormItem>
                <ConditionsEditor conditions={field.value} onChange={field.onChange} />
                <FormMessage />
              </FormItem>
            )}
          />
        </SettingsCard>
        <SettingsCard title={t("rules.then")} description={t("rules.then-hint")}>
          <FormField
            control={control}
            name="actions"
            render={({ field }) => (
              <FormItem>
                <ActionsEditor actions={field.value} onChange={field.onChange} />
                <FormMessage />
              </FormItem>
            )}
          />
        </SettingsCard>
        <div className="flex justify-end">
          <SubmitButton pending={pending} disabled={!dirty}>
            {t(rule ? "common:save" : "rules.create")}
          </SubmitButton>
        </div>
      </form>
    </Form>
  );
}
