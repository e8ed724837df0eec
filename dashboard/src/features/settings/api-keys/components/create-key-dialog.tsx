import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useMe } from "@/api/me/get-me";
import type { Schema } from "@/api/types";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/text-field";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Form, FormField, FormItem, FormMessage } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { PermissionMatrix } from "../../components/permission-matrix";
import { lineOf } from "../../utils/checks";
import { useCreateApiKey } from "../api/create-api-key";

type Props = { onMade: (shown: Schema<"ShownApiKey">) => void };

/** Makes an API key that acts for whoever makes it. */
export function CreateKeyDialog({ onMade }: Props) {
  const { t } = useTranslation("settings");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <Plus aria-hidden />
          {t("api-keys.add")}
        </Button>
      </DialogTrigger>
      <DialogContent className="max-h-[90dvh] overflow-y-auto sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t("api-keys.add")}</DialogTitle>
          <DialogDescription>{t("api-keys.add-hint")}</DialogDescription>
        </DialogHeader>
        <CreateForm
          onMade={(shown) => {
            setOpen(false);
            onMade(shown);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

const LIVES = ["30", "90", "365", "never"] as const;
const DAY_MS = 86_400_000;

/** When a key ends; counted from when its form was opened, so that sending it again is the same order. */
const endOf = (life: (typeof LIVES)[number], from: number): string | null =>
  life === "never" ? null : new Date(from + Number(life) * DAY_MS).toISOString();

const FIRST = { name: "", life: "90" as (typeof LIVES)[number], scopes: [] as string[] };

function CreateForm({ onMade }: Props) {
  const { t } = useTranslation("settings");
  const { permissions } = useMe();
  const create = useCreateApiKey();
  const keyOf = useIdempotencyKey();
  const [opened] = useState(() => Date.now());
  const { form, submit, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      life: z.enum(LIVES),
      scopes: z.array(z.string()).min(1, t("api-keys.scopes-none")),
    }),
    values: FIRST,
    rename: (field) => (field === "expires_at" ? "life" : field),
    send: async (values) => {
      const body = { name: values.name, scopes: values.scopes, expires_at: endOf(values.life, opened) };
      onMade(await create.mutateAsync({ key: keyOf(body), body }));
    },
  });
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            control={form.control}
            name="name"
            label={t("api-keys.name")}
            description={t("api-keys.name-hint")}
          />
          <SelectField
            control={form.control}
            name="life"
            label={t("api-keys.life")}
            options={LIVES.map((value) => ({ value, label: t(`api-keys.lives.${value}`) }))}
          />
        </div>
        <FormField
          control={form.control}
          name="scopes"
          render={({ field }) => (
            <FormItem>
              <p className="text-sm font-medium">{t("api-keys.scopes")}</p>
              <PermissionMatrix
                offered={permissions}
                chosen={field.value}
                onChange={field.onChange}
                allowed={permissions}
              />
              <FormMessage />
            </FormItem>
          )}
        />
        <DialogFooter>
          <SubmitButton pending={pending}>{t("api-keys.create")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
