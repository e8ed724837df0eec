import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { signOut, useSession } from "@/lib/session";
import { useLogInSteps } from "../hooks/use-log-in-steps";
import { PasswordForm } from "./password-form";
import { SecondFactorForm } from "./second-factor-form";

/** Stands over the screen when the session ended while somebody worked; behind it everything stays as it was. */
export function LogInAgain() {
  const isExpired = useSession((state) => state.status === "expired");
  return isExpired ? <LogInAgainDialog /> : null;
}

const stay = (event: Event) => event.preventDefault();

function LogInAgainDialog() {
  const { t } = useTranslation("auth");
  const { email } = useMe();
  const { challenge, notice, take, startOver } = useLogInSteps();
  return (
    <Dialog open>
      <DialogContent
        showCloseButton={false}
        className="sm:max-w-sm"
        onEscapeKeyDown={stay}
        onPointerDownOutside={stay}
        onInteractOutside={stay}
      >
        <DialogHeader>
          <DialogTitle>{t("again.title")}</DialogTitle>
          <DialogDescription>{t("again.description", { email })}</DialogDescription>
        </DialogHeader>
        {challenge ? (
          <SecondFactorForm challenge={challenge} onOver={startOver} />
        ) : (
          <PasswordForm email={email} onAnswer={take} notice={notice} />
        )}
        <Button variant="ghost" onClick={signOut}>
          {t("again.other")}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
