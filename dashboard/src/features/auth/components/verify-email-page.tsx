import { CircleCheckIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ApiError } from "@/lib/api-error";
import { errorText } from "@/lib/error-text";
import { useVerifyEmail } from "../api/verify-email";
import { useLinkToken } from "../hooks/use-link-token";
import { AuthCard } from "./auth-card";
import { BrokenLink } from "./broken-link";

/** Confirming an e-mail. It takes a press: programs that look at links in e-mails must not use them up. */
export function VerifyEmailPage() {
  const { t } = useTranslation("auth");
  const token = useLinkToken();
  const { mutate, isPending, isSuccess, error } = useVerifyEmail();
  const isOver = token === null || (error instanceof ApiError && error.code === "LINK_INVALID");
  return (
    <AuthCard title={t("verify.title")} description={isSuccess || isOver ? undefined : t("verify.description")}>
      {isSuccess && (
        <Alert variant="success" role="status">
          <CircleCheckIcon aria-hidden />
          <AlertDescription>{t("verify.done")}</AlertDescription>
        </Alert>
      )}
      {!isSuccess && isOver && <BrokenLink text={t("verify.broken")} />}
      {isSuccess || isOver ? (
        <Button asChild>
          <Link to="/">{t("verify.goOn")}</Link>
        </Button>
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            mutate(token);
          }}
        >
          <FormProblem text={error && errorText(error)} />
          <SubmitButton pending={isPending}>{t("verify.action")}</SubmitButton>
        </form>
      )}
    </AuthCard>
  );
}
