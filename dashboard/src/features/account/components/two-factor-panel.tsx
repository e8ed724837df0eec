import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { DisableTwoFactor } from "./disable-two-factor";
import { Panel } from "./panel";
import { RenewCodes } from "./renew-codes";
import { SetUpTwoFactor } from "./set-up-two-factor";

type Task = "setUp" | "disable" | "renew";

/** The second factor: set up, done without, its recovery codes renewed. */
export function TwoFactorPanel() {
  const { t } = useTranslation("account");
  const isOn = useMe().two_factor_enabled;
  const [task, setTask] = useState<Task | null>(null);
  const close = () => setTask(null);
  return (
    <Panel
      title={t("twoFactor.title")}
      description={t("twoFactor.description")}
      action={<Badge variant={isOn ? "success" : "outline"}>{isOn ? t("twoFactor.on") : t("twoFactor.off")}</Badge>}
    >
      <div className="flex flex-wrap gap-2">
        {isOn ? (
          <>
            <Button variant="outline" onClick={() => setTask("renew")}>
              {t("twoFactor.renew.open")}
            </Button>
            <Button variant="outline" onClick={() => setTask("disable")}>
              {t("twoFactor.disable.open")}
            </Button>
          </>
        ) : (
          <Button onClick={() => setTask("setUp")}>{t("twoFactor.setUp.open")}</Button>
        )}
      </div>
      <Dialog open={task !== null} onOpenChange={close}>
        {task && (
          <DialogContent onInteractOutside={(event) => event.preventDefault()}>
            <DialogHeader>
              <DialogTitle>{t(`twoFactor.${task}.title`)}</DialogTitle>
              <DialogDescription>{t(`twoFactor.${task}.description`)}</DialogDescription>
            </DialogHeader>
            {task === "setUp" && <SetUpTwoFactor onDone={close} />}
            {task === "disable" && <DisableTwoFactor onDone={close} />}
            {task === "renew" && <RenewCodes onDone={close} />}
          </DialogContent>
        )}
      </Dialog>
    </Panel>
  );
}
