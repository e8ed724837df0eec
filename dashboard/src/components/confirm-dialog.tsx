import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  destructive?: boolean;
  pending?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
};

/** Asks before something that is not easily undone. It stays open until `open` is false: close it when it is done. */
export function ConfirmDialog({ open, onOpenChange, title, description, children, ...asked }: Props) {
  const { t } = useTranslation("common");
  return (
    <AlertDialog open={open} onOpenChange={(next) => !asked.pending && onOpenChange(next)}>
      <AlertDialogContent {...(description ? {} : { "aria-describedby": undefined })}>
        <AlertDialogHeader>
          <AlertDialogTitle>{title}</AlertDialogTitle>
          {description && (
            <AlertDialogDescription asChild={typeof description !== "string"}>
              {typeof description === "string" ? description : <div>{description}</div>}
            </AlertDialogDescription>
          )}
        </AlertDialogHeader>
        {children}
        <AlertDialogFooter>
          <AlertDialogCancel disabled={asked.pending}>{asked.cancelLabel ?? t("cancel")}</AlertDialogCancel>
          <Button
            variant={asked.destructive ? "destructive" : "default"}
            aria-disabled={asked.pending}
            onClick={() => !asked.pending && asked.onConfirm()}
          >
            {asked.pending ? t("working") : asked.confirmLabel}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
