import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { TextareaField } from "@/components/form/textarea-field";
import { TextField } from "@/components/text-field";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { useTexts } from "../../kit/use-texts";
import { lineOf } from "../../utils/checks";
import { useAddTag } from "../api/add-tag";
import type { Tag } from "../api/list-tag-pages";
import { useSaveTag } from "../api/save-tag";

const MAX_NAME = 50;
const MAX_DESCRIPTION = 500;
const FIRST_COLOUR = "#0f766e";

/** Makes a tag, or changes one. */
export function TagDialog({ tag, trigger }: { tag?: Tag; trigger: ReactNode }) {
  const { t } = useTexts();
  return (
    <FormDialog trigger={trigger} title={t(tag ? "tags.edit" : "tags.add")}>
      {(close) => <TagForm tag={tag} onDone={close} />}
    </FormDialog>
  );
}

function TagForm({ tag, onDone }: { tag?: Tag; onDone: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const add = useAddTag();
  const save = useSaveTag();
  const keyOf = useIdempotencyKey();
  const entity = useEntityForm({
    schema: z.object({
      name: lineOf(t, MAX_NAME),
      color: z.string().regex(/^#[0-9a-f]{6}$/i, t("tags.colour-wrong")),
      description: z.string().max(MAX_DESCRIPTION, t("checks.too-long", { count: MAX_DESCRIPTION })),
    }),
    values: { name: tag?.name ?? "", color: tag?.color ?? FIRST_COLOUR, description: tag?.description ?? "" },
    send: (body) =>
      tag ? save.mutateAsync({ id: tag.id, version: tag.version, body }) : add.mutateAsync({ key: keyOf(body), body }),
    onDone,
    reload: () => void client.invalidateQueries({ queryKey: ["tags"] }),
  });
  const { control } = entity.form;
  return (
    <DialogForm entity={entity}>
      <TextField control={control} name="name" label={t("tags.name")} />
      <TextField control={control} name="color" type="color" className="w-20 p-1" label={t("tags.colour")} />
      <TextareaField control={control} name="description" rows={2} label={t("tags.description")} />
    </DialogForm>
  );
}
