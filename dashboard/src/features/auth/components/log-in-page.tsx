import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useLogInSteps } from "../hooks/use-log-in-steps";
import { AuthCard } from "./auth-card";
import { OnlyOutside } from "./only-outside";
import { PasswordForm } from "./password-form";
import { SecondFactorForm } from "./second-factor-form";
import { TextLink } from "./text-link";

/** Logging in. */
export function LogInPage() {
  const { t } = useTranslation("auth");
  const { search } = useLocation();
  const { challenge, notice, take, startOver } = useLogInSteps();
  return (
    <OnlyOutside>
      {challenge ? (
        <AuthCard title={t("code.title")} description={t("code.description")}>
          <SecondFactorForm challenge={challenge} onOver={startOver} />
        </AuthCard>
      ) : (
        <AuthCard
          title={t("logIn.title")}
          description={t("logIn.description")}
          foot={
            <>
              <span>{t("logIn.noAccount")}</span>
              <TextLink to={`/register${search}`}>{t("logIn.register")}</TextLink>
            </>
          }
        >
          <PasswordForm onAnswer={take} notice={notice}>
            <p className="text-center">
              <TextLink to="/forgot-password">{t("logIn.forgot")}</TextLink>
            </p>
          </PasswordForm>
        </AuthCard>
      )}
    </OnlyOutside>
  );
}
