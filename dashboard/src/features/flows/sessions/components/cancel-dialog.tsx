import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { errorText } from "@/lib/error-text";
import { useCancelFlowSession } from "../api/cancel-flow-session";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; flowId: string; sessionId: string };

/** Asks before a session is ended, and who answers then. */
export function CancelDialog({ open, onOpenChange, flowId, sessionId }: Props) {
  const { t } = useTranslation("flow-panels");
  const [handsOver, setHandsOver] = useState(false);
  const cancel = useCancelFlowSession(flowId, sessionId);
  const confirm = () =>
    cancel.mutate(handsOver, {
      onSuccess: () => {
        toast.success(t("cancel.done"));
        onOpenChange(false);
      },
      onError: (error) => toast.error(errorText(error)),
    });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("cancel.title")}
      description={t("cancel.text")}
      confirmLabel={t("cancel.submit")}
      cancelLabel={t("cancel.keep")}
      destructive
      pending={cancel.isPending}
      onConfirm={confirm}
    >
      <div className="flex items-center gap-2">
        <Checkbox
          id="cancel-hand-over"
          checked={handsOver}
          onCheckedChange={(checked) => setHandsOver(checked === true)}
        />
        <Label htmlFor="cancel-hand-over" className="font-normal">
          {t("cancel.hand_over")}
        </Label>
      </div>
    </ConfirmDialog>
  );
}
