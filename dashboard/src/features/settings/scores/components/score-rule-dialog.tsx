import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/text-field";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { useTexts } from "../../kit/use-texts";
import { lineOf } from "../../utils/checks";
import { useAddScoreRule } from "../api/add-score-rule";
import type { ScoreRule } from "../api/list-score-rule-pages";
import { useSaveScoreRule } from "../api/save-score-rule";

const EVENTS = ["message_received", "conversation_resolved", "tag_added", "opt_in", "opt_out"] as const;
const MAX_NAME = 100;
const MOST = 1_000;

/** Lets something that contacts do be worth points. */
export function ScoreRuleDialog({ rule, trigger }: { rule?: ScoreRule; trigger: ReactNode }) {
  const { t } = useTexts();
  return (
    <FormDialog trigger={trigger} title={t(rule ? "scores.edit" : "scores.add")}>
      {(close) => <ScoreRuleForm rule={rule} onDone={close} />}
    </FormDialog>
  );
}

const isScore = (text: string): boolean =>
  /^-?\d+$/.test(text.trim()) && Number(text) !== 0 && Math.abs(Number(text)) <= MOST;

function ScoreRuleForm({ rule, onDone }: { rule?: ScoreRule; onDone: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const add = useAddScoreRule();
  const save = useSaveScoreRule();
  const keyOf = useIdempotencyKey();
  const entity = useEntityForm({
    schema: z.object({
      name: lineOf(t, MAX_NAME),
      event: z.enum(EVENTS),
      points: z.string().refine(isScore, { message: t("scores.points-wrong", { most: MOST }) }),
      is_active: z.boolean(),
    }),
    values: {
      name: rule?.name ?? "",
      event: rule?.event ?? "message_received",
      points: String(rule?.points ?? 5),
      is_active: rule?.is_active ?? true,
    },
    send: ({ points, ...rest }) => {
      const body = { ...rest, points: Number(points) };
      if (rule) return save.mutateAsync({ id: rule.id, version: rule.version, body });
      return add.mutateAsync({ key: keyOf(body), body });
    },
    onDone,
    reload: () => void client.invalidateQueries({ queryKey: ["lead-score-rules"] }),
  });
  const { control } = entity.form;
  return (
    <DialogForm entity={entity}>
      <TextField control={control} name="name" label={t("kit.name")} />
      <SelectField
        control={control}
        name="event"
        label={t("scores.event")}
        options={EVENTS.map((value) => ({ value, label: t(`scores.events.${value}`) }))}
      />
      <TextField control={control} name="points" label={t("scores.points")} description={t("scores.points-hint")} />
      <SwitchField control={control} name="is_active" label={t("kit.active")} />
      {rule && rule.conditions !== null && (
        <p className="text-[0.8125rem] text-muted-foreground">{t("scores.conditions-kept")}</p>
      )}
    </DialogForm>
  );
}
