import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { usePasswordRule } from "@/hooks/use-password-rule";
import { ApiError } from "@/lib/api-error";
import { timeZone } from "@/lib/format";
import { currentLanguage } from "@/lib/language";
import { signIn } from "@/lib/session";
import { useRegisterCompany } from "../api/register-company";
import { AuthCard } from "./auth-card";
import { OnlyOutside } from "./only-outside";
import { TextLink } from "./text-link";

/** Beginning a company's trial. */
export function RegisterPage() {
  const { t } = useTranslation("auth");
  const { search } = useLocation();
  return (
    <OnlyOutside>
      <AuthCard
        title={t("register.title")}
        description={t("register.description")}
        foot={
          <>
            <span>{t("register.hasAccount")}</span>
            <TextLink to={`/login${search}`}>{t("logIn.action")}</TextLink>
          </>
        }
      >
        <RegisterForm />
      </AuthCard>
    </OnlyOutside>
  );
}

function useRegisterSchema() {
  const { t } = useTranslation("common");
  const required = z.string().trim().min(1, t("field.required"));
  return z.object({
    company_name: required,
    name: required,
    email: z
      .string()
      .trim()
      .pipe(z.email(t("field.email"))),
    password: usePasswordRule(),
  });
}

function RegisterForm() {
  const { t } = useTranslation("auth");
  const { mutate, isPending } = useRegisterCompany();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    resolver: zodResolver(useRegisterSchema()),
    defaultValues: { company_name: "", name: "", email: "", password: "" },
  });
  const send = form.handleSubmit((values) => {
    setProblem(null);
    mutate(
      { ...values, language: currentLanguage(), time_zone: timeZone() },
      {
        onSuccess: signIn,
        onError: (error) => {
          if (error instanceof ApiError && error.code === "EMAIL_TAKEN")
            form.setError("email", { message: error.message }, { shouldFocus: true });
          else setProblem(applyApiErrors(form, error, { slug: "company_name" }));
        },
      },
    );
  });
  const { control } = form;
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <TextField
          control={control}
          name="company_name"
          label={t("register.company")}
          autoComplete="organization"
          maxLength={200}
        />
        <TextField control={control} name="name" label={t("name")} autoComplete="name" maxLength={200} />
        <TextField control={control} name="email" type="email" label={t("email")} autoComplete="username" />
        <TextField
          control={control}
          name="password"
          type="password"
          label={t("password")}
          description={t("field.passwordRules", { ns: "common" })}
          autoComplete="new-password"
        />
        <SubmitButton pending={isPending}>{t("register.action")}</SubmitButton>
      </form>
    </Form>
  );
}
