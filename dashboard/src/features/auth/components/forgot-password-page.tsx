import { zodResolver } from "@hookform/resolvers/zod";
import { MailCheckIcon } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { useForgotPassword } from "../api/forgot-password";
import { AuthCard } from "./auth-card";
import { TextLink } from "./text-link";

/** Asking for a link to choose a new password. It never tells whether there is such an account. */
export function ForgotPasswordPage() {
  const { t } = useTranslation("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  return (
    <AuthCard
      title={t("forgot.title")}
      description={sentTo ? undefined : t("forgot.description")}
      foot={<TextLink to="/login">{t("backToLogIn")}</TextLink>}
    >
      {sentTo ? (
        <Alert variant="success" role="status">
          <MailCheckIcon aria-hidden />
          <AlertDescription>{t("forgot.sent", { email: sentTo })}</AlertDescription>
        </Alert>
      ) : (
        <ForgotForm onSent={setSentTo} />
      )}
    </AuthCard>
  );
}

function ForgotForm({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation("auth");
  const { mutate, isPending } = useForgotPassword();
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    email: z
      .string()
      .trim()
      .pipe(z.email(t("field.email", { ns: "common" }))),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: "" } });
  const send = form.handleSubmit((body) => {
    setProblem(null);
    mutate(body, {
      onSuccess: () => onSent(body.email),
      onError: (error) => setProblem(applyApiErrors(form, error)),
    });
  });
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <TextField control={form.control} name="email" type="email" label={t("email")} autoComplete="username" />
        <SubmitButton pending={isPending}>{t("forgot.action")}</SubmitButton>
      </form>
    </Form>
  );
}
