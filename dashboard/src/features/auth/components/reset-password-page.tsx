import { zodResolver } from "@hookform/resolvers/zod";
import { CircleCheckIcon } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { z } from "zod";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { TextField } from "@/components/text-field";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { usePasswordRule } from "@/hooks/use-password-rule";
import { ApiError } from "@/lib/api-error";
import { signOut } from "@/lib/session";
import { useResetPassword } from "../api/reset-password";
import { useLinkToken } from "../hooks/use-link-token";
import { AuthCard } from "./auth-card";
import { BrokenLink } from "./broken-link";
import { TextLink } from "./text-link";

/** Choosing a new password with the link of an e-mail. */
export function ResetPasswordPage() {
  const token = useLinkToken();
  return <Reset key={token} token={token} />;
}

function Reset({ token }: { token: string | null }) {
  const { t } = useTranslation("auth");
  const [state, setState] = useState<"asked" | "done" | "over">("asked");
  const isOver = token === null || state === "over";
  return (
    <AuthCard title={t("reset.title")} foot={<TextLink to="/login">{t("backToLogIn")}</TextLink>}>
      {state === "done" && <Done />}
      {state !== "done" && isOver && (
        <>
          <BrokenLink text={t("reset.broken")} />
          <Button asChild>
            <Link to="/forgot-password">{t("reset.again")}</Link>
          </Button>
        </>
      )}
      {state === "asked" && token !== null && (
        <ResetForm token={token} onDone={() => setState("done")} onOver={() => setState("over")} />
      )}
    </AuthCard>
  );
}

function Done() {
  const { t } = useTranslation("auth");
  return (
    <>
      <Alert variant="success" role="status">
        <CircleCheckIcon aria-hidden />
        <AlertDescription>{t("reset.done")}</AlertDescription>
      </Alert>
      <Button asChild>
        <Link to="/login">{t("logIn.action")}</Link>
      </Button>
    </>
  );
}

function ResetForm({ token, onDone, onOver }: { token: string; onDone: () => void; onOver: () => void }) {
  const { t } = useTranslation("auth");
  const { mutate, isPending } = useResetPassword();
  const [problem, setProblem] = useState<string | null>(null);
  const schema = z.object({ password: usePasswordRule() });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: "" } });
  const send = form.handleSubmit(({ password }) => {
    setProblem(null);
    mutate(
      { token, password },
      {
        onSuccess: () => {
          signOut();
          onDone();
        },
        onError: (error) => {
          if (error instanceof ApiError && error.code === "LINK_INVALID") onOver();
          else setProblem(applyApiErrors(form, error));
        },
      },
    );
  });
  return (
    <Form {...form}>
      <form noValidate className="grid gap-4" onSubmit={(event) => void send(event)}>
        <FormProblem text={problem} />
        <TextField
          control={form.control}
          name="password"
          type="password"
          label={t("reset.password")}
          description={t("field.passwordRules", { ns: "common" })}
          autoComplete="new-password"
        />
        <SubmitButton pending={isPending}>{t("reset.action")}</SubmitButton>
      </form>
    </Form>
  );
}
