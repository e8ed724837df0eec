import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { useTexts } from "../../kit/use-texts";
import { useDeleteHours } from "../api/delete-hours";

/** Forgets these hours: a department has the company's again, and the company is always open. */
export function ResetHours({ departmentId, onDone }: { departmentId: string | null; onDone: () => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteHours();
  const words = departmentId ? "hours.use-company" : "hours.use-none";
  return (
    <>
      <Button variant="outline" size="sm" onClick={() => setAsking(true)}>
        {t(words)}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t(`${words}-ask`)}
        description={t("hours.reset-hint")}
        confirmLabel={t(words)}
        destructive
        pending={remove.isPending}
        onConfirm={() =>
          remove.mutate(departmentId, { onSuccess: onDone, onError: tellError, onSettled: () => setAsking(false) })
        }
      />
    </>
  );
}
