import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Form } from "@/components/ui/form";
import { usePasswordRule } from "@/hooks/use-password-rule";
import { ApiError } from "@/lib/api-error";
import { signIn } from "@/lib/session";
import { useAcceptInvitation } from "../api/accept-invitation";
import { useLinkToken } from "../hooks/use-link-token";
import { AuthCard } from "./auth-card";
import { BrokenLink } from "./broken-link";
import { TextLink } from "./text-link";

/** Joining a company with the link of an invitation. */
export function AcceptInvitePage() {
  const token = useLinkToken();
  return <Accept key={token} token={token} />;
}

function Accept({ token }: { token: string | null }) {
  const { t } = useTranslation("auth");
  const [isOver, setOver] = useState(false);
  const isGood = token !== null && !isOver;
  return (
    <AuthCard
      title={t("invite.title")}
      description={isGood ? t("invite.description") : undefined}
      foot={<TextLink to="/login">{t("backToLogIn")}</TextLink>}
    >
      {isGood ? <AcceptForm token={token} onOver={() => setOver(true)} /> : <BrokenLink text={t("invite.broken")} />}
    </AuthCard>
  );
}

function AcceptForm({ token, onOver }: { token: string; onOver: () => void }) {
  const { t } = useTranslation("auth");
  const navigate = useNavigate();
  const { mutate, isPending } = useAcceptInvitation();
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({
    name: z
      .string()
      .trim()
      .min(1, t("field.required", { ns: "common" }))
      .max(200),
    password: usePasswordRule(),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: "", password: "" } });
  const send = form.handleSubmit((values) => {
    setProblem(null);
    mutate(
      { token, ...values },
      {
        onSuccess: (tokens) => {
          signIn(tokens);
          void navigate("/", { replace: true });
        },
        onError: (error) => {
          if (error instanceof ApiError && error.code === "INVITATION_INVALID") onOver();
          else setProblem(applyApiErrors(form, error));
        },
      },
    );
  });
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <TextField control={form.control} name="name" label={t("name")} autoComplete="name" maxLength={200} />
        <TextField
          control={form.control}
          name="password"
          type="password"
          label={t("password")}
          description={t("field.passwordRules", { ns: "common" })}
          autoComplete="new-password"
        />
        <SubmitButton pending={isPending}>{t("invite.action")}</SubmitButton>
      </form>
    </Form>
  );
}
