import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { TextareaField } from "@/components/form/textarea-field";
import { TextField } from "@/components/text-field";
import { useEntityForm } from "@/hooks/use-entity-form";
import { DialogForm } from "../../kit/dialog-form";
import { FormDialog } from "../../kit/form-dialog";
import { linesOf } from "../../kit/lines-of";
import { useTexts } from "../../kit/use-texts";
import { lineOf } from "../../utils/checks";
import type { Secret } from "../api/list-secret-pages";
import { useSetSecret } from "../api/set-secret";

const MAX_NAME = 63;
const MAX_VALUE = 4_096;

type Props = { secret?: Secret; taken: readonly string[] };

/** Keeps a secret, or another value in its place: what there was is never shown. */
export function SecretDialog({ trigger, ...given }: Props & { trigger: ReactNode }) {
  const { t } = useTexts();
  return (
    <FormDialog
      trigger={trigger}
      title={t(given.secret ? "secrets.edit" : "secrets.add")}
      description={t("secrets.add-hint")}
    >
      {(close) => <SecretForm {...given} onDone={close} />}
    </FormDialog>
  );
}

function SecretForm({ secret, taken, onDone }: Props & { onDone: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const set = useSetSecret();
  const entity = useEntityForm({
    schema: z.object({
      name: lineOf(t, MAX_NAME)
        .regex(/^[A-Za-z][A-Za-z0-9_]*$/, t("secrets.name-wrong"))
        .refine((name) => !taken.includes(name), { message: t("secrets.taken") }),
      value: lineOf(t, MAX_VALUE),
      hosts: z.string().refine((text) => linesOf(text).length > 0, { message: t("secrets.hosts-required") }),
    }),
    values: { name: secret?.name ?? "", value: "", hosts: secret?.hosts.join("\n") ?? "" },
    rename: (field) => field.split(/[.[]/)[0] ?? field,
    send: ({ name, value, hosts }) =>
      set.mutateAsync({ name, version: secret?.version, body: { value, hosts: linesOf(hosts) } }),
    after: (sent) => ({ ...sent, value: "" }),
    onDone,
    reload: () => void client.invalidateQueries({ queryKey: ["secrets"] }),
  });
  const { control } = entity.form;
  return (
    <DialogForm entity={entity}>
      <TextField
        control={control}
        name="name"
        label={t("kit.name")}
        description={t("secrets.name-hint")}
        readOnly={secret !== undefined}
        className="font-mono"
      />
      <TextField
        control={control}
        name="value"
        type="password"
        autoComplete="off"
        label={t(secret ? "secrets.new-value" : "secrets.value")}
        description={t("secrets.value-hint")}
      />
      <TextareaField
        control={control}
        name="hosts"
        rows={3}
        label={t("secrets.hosts")}
        description={t("secrets.hosts-hint")}
      />
    </DialogForm>
  );
}
