import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { isDirty, useEditor } from "../../stores/editor";
import { keepUnsaved, saveDraft } from "../../stores/saver";

/** Saves before one leaves, and asks where that fails. */
export function LeaveGuard() {
  const { t } = useTranslation("flows");
  const client = useQueryClient();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && isDirty(useEditor.getState()),
  );
  const isTrouble = useEditor((state) => state.saveState !== "idle" && state.saveState !== "saving");
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    void saveDraft(client).then((isSaved) => isSaved && blocker.proceed());
  }, [blocker, client]);
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isDirty(useEditor.getState())) return;
      keepUnsaved();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, []);
  return (
    <ConfirmDialog
      open={blocker.state === "blocked" && isTrouble}
      onOpenChange={(isOpen) => !isOpen && blocker.reset?.()}
      title={t("editor.leave.title")}
      description={t("editor.leave.hint")}
      confirmLabel={t("editor.leave.confirm")}
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
