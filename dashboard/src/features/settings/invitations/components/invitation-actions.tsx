import { RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import type { Invitation } from "../api/list-invitations";
import { useInviteUser } from "../api/invite-user";
import { useRevokeInvitation } from "../api/revoke-invitation";

/** Asks again with a new link, or takes an open invitation back. */
export function InvitationActions({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("settings");
  const [asking, setAsking] = useState(false);
  const invite = useInviteUser();
  const revoke = useRevokeInvitation();
  const { email, name, role, department_ids, status } = invitation;
  if (status === "accepted") return null;
  const language = invitation.language === "en" ? ("en" as const) : ("pt-BR" as const);
  const again = () =>
    invite.mutate(
      { key: crypto.randomUUID(), body: { email, name, role, department_ids, language } },
      { onSuccess: () => toast.success(t("invitations.sent-to", { email })), onError: tellError },
    );
  return (
    <span className="inline-flex gap-1">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("invitations.again", { name })}
        title={t("invitations.again", { name })}
        disabled={invite.isPending}
        onClick={again}
      >
        <RotateCw aria-hidden />
      </Button>
      {status === "open" && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("invitations.revoke", { name })}
          title={t("invitations.revoke", { name })}
          onClick={() => setAsking(true)}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("invitations.revoke-ask", { name })}
        description={t("invitations.revoke-hint")}
        confirmLabel={t("invitations.revoke-do")}
        destructive
        pending={revoke.isPending}
        onConfirm={() => revoke.mutate(invitation.id, { onError: tellError, onSettled: () => setAsking(false) })}
      />
    </span>
  );
}
