import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router";
import { ConfirmDialog } from "./confirm-dialog";

/** Asks before a screen with unsaved changes is left; a screen's own move after saving replaces it, and is not asked about. */
export function LeaveGuard({ isAtRisk }: { isAtRisk: boolean }) {
  const { t } = useTranslation("common");
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      isAtRisk && historyAction !== "REPLACE" && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAtRisk]);
  return (
    <ConfirmDialog
      open={blocker.state === "blocked"}
      onOpenChange={(isOpen) => !isOpen && blocker.reset?.()}
      title={t("leave.title")}
      description={t("leave.description")}
      confirmLabel={t("leave.confirm")}
      cancelLabel={t("leave.stay")}
      destructive
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
