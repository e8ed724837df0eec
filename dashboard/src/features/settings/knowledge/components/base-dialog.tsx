import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { z } from "zod";
import { TextareaField } from "@/components/form/textarea-field";
import { TextField } from "@/components/text-field";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { useTexts } from "../../kit/use-texts";
import { lineOf } from "../../utils/checks";
import { useAddBase } from "../api/add-base";
import type { Base } from "../api/list-base-pages";
import { useSaveBase } from "../api/save-base";

const MAX_NAME = 100;
const MAX_DESCRIPTION = 1_000;

/** Begins a knowledge base, or calls one otherwise. */
export function BaseDialog({ base, trigger }: { base?: Base; trigger: ReactNode }) {
  const { t } = useTexts();
  return (
    <FormDialog trigger={trigger} title={t(base ? "knowledge.edit" : "knowledge.add")}>
      {(close) => <BaseForm base={base} onDone={close} />}
    </FormDialog>
  );
}

function BaseForm({ base, onDone }: { base?: Base; onDone: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const add = useAddBase();
  const save = useSaveBase();
  const keyOf = useIdempotencyKey();
  const entity = useEntityForm({
    schema: z.object({
      name: lineOf(t, MAX_NAME),
      description: z.string().max(MAX_DESCRIPTION, t("checks.too-long", { count: MAX_DESCRIPTION })),
    }),
    values: { name: base?.name ?? "", description: base?.description ?? "" },
    send: async (body) => {
      if (base) return save.mutateAsync({ id: base.id, version: base.version, body });
      const made = await add.mutateAsync({ key: keyOf(body), body });
      return navigate(`/settings/knowledge/${made.id}`);
    },
    onDone,
    reload: () => void client.invalidateQueries({ queryKey: ["knowledge-bases"] }),
  });
  const { control } = entity.form;
  return (
    <DialogForm entity={entity}>
      <TextField control={control} name="name" label={t("kit.name")} description={t("knowledge.name-hint")} />
      <TextareaField control={control} name="description" rows={3} label={t("knowledge.description")} />
    </DialogForm>
  );
}
