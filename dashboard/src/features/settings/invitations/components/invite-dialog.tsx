import { MailPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { z } from "zod";
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
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { useIdempotencyKey } from "@/hooks/use-idempotency-key";
import { currentLanguage, LANGUAGES } from "@/lib/language";
import { DepartmentsField } from "../../components/departments-field";
import { lineOf } from "../../utils/checks";
import { useRoleOptions } from "../../utils/use-role-options";
import { useInviteUser } from "../api/invite-user";

/** Asks somebody to join, by mail; `?new=1` opens it. */
export function InviteDialog() {
  const { t } = useTranslation("settings");
  const [params, setParams] = useSearchParams();
  const set = (open: boolean) =>
    setParams(
      (given) => {
        if (open) given.set("new", "1");
        else given.delete("new");
        return given;
      },
      { replace: true },
    );
  return (
    <Dialog open={params.has("new")} onOpenChange={set}>
      <DialogTrigger asChild>
        <Button>
          <MailPlus aria-hidden />
          {t("invitations.invite")}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("invitations.invite")}</DialogTitle>
          <DialogDescription>{t("invitations.invite-hint")}</DialogDescription>
        </DialogHeader>
        <InviteForm onDone={() => set(false)} />
      </DialogContent>
    </Dialog>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  const invite = useInviteUser();
  const roles = useRoleOptions();
  const [first] = useState(() => ({
    name: "",
    email: "",
    role: "agent",
    language: currentLanguage(),
    department_ids: [] as string[],
  }));
  const keyOf = useIdempotencyKey();
  const { form, submit, pending } = useEntityForm({
    schema: z.object({
      name: lineOf(t),
      email: z.email(t("invitations.email-wrong")),
      role: z.string(),
      language: z.enum(LANGUAGES),
      department_ids: z.array(z.string()),
    }),
    values: first,
    done: t("invitations.done"),
    onDone,
    send: (body) => invite.mutateAsync({ key: keyOf(body), body }),
  });
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField control={form.control} name="name" label={t("users.name")} />
        <TextField control={form.control} name="email" type="email" label={t("users.email")} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField control={form.control} name="role" label={t("users.role")} options={roles} />
          <SelectField
            control={form.control}
            name="language"
            label={t("invitations.language")}
            options={LANGUAGES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          />
        </div>
        <DepartmentsField control={form.control} name="department_ids" />
        <DialogFooter>
          <SubmitButton pending={pending}>{t("invitations.send")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
