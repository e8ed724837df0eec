import { zodResolver } from "@hookform/resolvers/zod";
import { useState, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { useLogIn, type LogInAnswer } from "../api/log-in";

type Props = {
  /** Whose password is asked; without it, the e-mail is asked too. */
  email?: string;
  onAnswer: (answer: LogInAnswer) => void;
  notice?: string | null;
  children?: ReactNode;
};

/** The first step of logging in: the e-mail and the password. */
export function PasswordForm({ email, onAnswer, notice, children }: Props) {
  const { t } = useTranslation("auth");
  const { mutate, isPending } = useLogIn();
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    email: z
      .string()
      .trim()
      .min(1, t("field.required", { ns: "common" })),
    password: z.string().min(1, t("field.required", { ns: "common" })),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: email ?? "", password: "" } });
  const send = form.handleSubmit((body) => {
    setProblem(null);
    mutate(body, {
      onSuccess: onAnswer,
      onError: (error) => {
        setProblem(applyApiErrors(form, error));
        form.setFocus("password");
      },
    });
  });
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem ?? notice} />
        {email === undefined ? (
          <TextField control={form.control} name="email" type="email" label={t("email")} autoComplete="username" />
        ) : (
          <input type="hidden" autoComplete="username" value={email} readOnly />
        )}
        <TextField
          control={form.control}
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
        />
        <SubmitButton pending={isPending}>{t("logIn.action")}</SubmitButton>
        {children}
      </form>
    </Form>
  );
}
