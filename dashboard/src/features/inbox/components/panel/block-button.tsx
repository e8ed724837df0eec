import { BanIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBlockContact } from "@/api/contacts/block-contact";
import type { Contact } from "@/api/contacts/get-contact";
import { useMay } from "@/api/me/get-me";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";

/** Blocks the contact after asking, or answers them again. */
export function BlockButton({ contact }: { contact: Contact }) {
  const { t } = useTranslation("inbox");
  const mayManage = useMay("contacts:manage");
  const block = useBlockContact();
  const [isAsking, setAsking] = useState(false);
  if (!mayManage) return null;
  const set = (isBlocked: boolean) =>
    block.mutate(
      { contactId: contact.id, isBlocked },
      { onSuccess: () => setAsking(false), onError: (error) => tellError(error) },
    );
  return (
    <div className="p-4">
      <Button variant="outline" className="w-full" onClick={() => (contact.blocked_at ? set(false) : setAsking(true))}>
        <BanIcon aria-hidden /> {t(contact.blocked_at ? "panel.unblock" : "panel.block")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("panel.blockTitle", { name: contact.name ?? t("handling.unnamed") })}
        description={t("panel.blockDescription")}
        confirmLabel={t("panel.block")}
        destructive
        pending={block.isPending}
        onConfirm={() => set(true)}
      />
    </div>
  );
}
