import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { z } from "zod";
import { useMe } from "@/api/me/get-me";
import { useUpdateMe } from "@/api/me/update-me";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form";
import { Panel } from "./panel";
import { PictureChoice } from "./picture-choice";

/** One's picture, name and e-mail. */
export function ProfileSection() {
  const { t } = useTranslation("account");
  const me = useMe();
  return (
    <Panel title={t("profile.title")} description={t("profile.description")}>
      <div className="grid gap-6">
        <PictureChoice />
        <NameForm key={me.name} />
        <dl className="grid gap-4 sm:grid-cols-2">
          <div>
            <dt className="text-muted-foreground">{t("profile.email")}</dt>
            <dd className="mt-0.5 flex flex-wrap items-center gap-2 break-all">
              {me.email}
              <Badge variant={me.email_verified ? "success" : "warning"}>
                {me.email_verified ? t("profile.verified") : t("profile.notVerified")}
              </Badge>
            </dd>
          </div>
          <div>
            <dt className="text-muted-foreground">{t("profile.role")}</dt>
            <dd className="mt-0.5">
              {t("profile.roleAt", {
                role: t(`role.${me.role}`, { ns: "common", defaultValue: me.role }),
                company: me.tenant_name,
              })}
            </dd>
          </div>
        </dl>
      </div>
    </Panel>
  );
}

function NameForm() {
  const { t } = useTranslation("account");
  const me = useMe();
  const { mutate, isPending } = useUpdateMe();
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    name: z
      .string()
      .trim()
      .min(1, t("field.required", { ns: "common" })),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: me.name } });
  const send = form.handleSubmit((body) => {
    setProblem(null);
    mutate(body, {
      onSuccess: () => toast.success(t("saved", { ns: "common" })),
      onError: (error) => setProblem(applyApiErrors(form, error)),
    });
  });
  return (
    <Form {...form}>
      <form noValidate className="grid gap-3" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1 basis-56">
            <TextField
              control={form.control}
              name="name"
              label={t("profile.name")}
              autoComplete="name"
              maxLength={200}
            />
          </div>
          <SubmitButton pending={isPending} disabled={!form.formState.isDirty}>
            {t("save", { ns: "common" })}
          </SubmitButton>
        </div>
      </form>
    </Form>
  );
}
