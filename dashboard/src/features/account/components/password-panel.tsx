import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { z } from "zod";
import { useMe } from "@/api/me/get-me";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { usePasswordRule } from "@/hooks/use-password-rule";
import { ApiError } from "@/lib/api-error";
import { useChangePassword } from "../api/change-password";
import { Panel } from "./panel";

/** Changing one's password. */
export function PasswordPanel() {
  const { t } = useTranslation("account");
  const { email } = useMe();
  const { mutate, isPending } = useChangePassword();
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    old_password: z.string().min(1, t("field.required", { ns: "common" })),
    new_password: usePasswordRule(),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { old_password: "", new_password: "" } });
  const send = form.handleSubmit((body) => {
    setProblem(null);
    mutate(body, {
      onSuccess: () => {
        form.reset();
        toast.success(t("password.done"));
      },
      onError: (error) => {
        if (error instanceof ApiError && error.code === "PASSWORD_WRONG")
          form.setError("old_password", { message: error.message }, { shouldFocus: true });
        else setProblem(applyApiErrors(form, error, { password: "new_password" }));
      },
    });
  });
  return (
    <Panel title={t("password.title")} description={t("password.description")}>
      <Form {...form}>
        <form noValidate className="grid max-w-sm gap-4" onSubmit={(event) => void send(event)}>
          <FormProblem text={problem} />
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <TextField
            control={form.control}
            name="old_password"
            type="password"
            label={t("password.old")}
            autoComplete="current-password"
          />
          <TextField
            control={form.control}
            name="new_password"
            type="password"
            label={t("password.new")}
            description={t("field.passwordRules", { ns: "common" })}
            autoComplete="new-password"
          />
          <SubmitButton pending={isPending} className="justify-self-start">
            {t("password.action")}
          </SubmitButton>
        </form>
      </Form>
    </Panel>
  );
}
