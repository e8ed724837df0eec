import { useQueryClient } from "@tanstack/react-query";
import { BanIcon, CopyIcon, ExternalLinkIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { toast } from "sonner";
import type { Contact } from "@/api/contacts/get-contact";
import { useUpdateContact } from "@/api/contacts/update-contact";
import { useMay } from "@/api/me/get-me";
import { Avatar, AvatarFallback } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber, formatPhone, initialsOf } from "@/lib/format";
import { patchConversation } from "../../utils/patch-conversation";
import { InlineEdit } from "./inline-edit";

/** Who it is: name, phone, how far on the way to a customer. */
export function PanelHead({ contact, conversationId }: { contact: Contact; conversationId: string }) {
  const client = useQueryClient();
  const { t } = useTranslation("inbox");
  const mayManage = useMay("contacts:manage");
  const update = useUpdateContact();
  const shown = contact.name || (contact.phone ? formatPhone(contact.phone) : t("handling.unnamed"));
  const rename = async (name: string) => {
    const { id: contactId, version } = contact;
    const renamed = await update.mutateAsync({ contactId, version, changes: { name: name || null } });
    patchConversation(client, conversationId, { contact_name: renamed.name });
  };
  return (
    <div className="grid justify-items-center gap-1.5 border-b p-4 text-center">
      <Avatar className="size-16">
        <AvatarFallback className="text-lg">{initialsOf(shown)}</AvatarFallback>
      </Avatar>
      <h2 className="max-w-full text-base font-semibold">
        <InlineEdit label={t("panel.fields.name")} value={contact.name ?? ""} isEditable={mayManage} onSave={rename}>
          {shown}
        </InlineEdit>
      </h2>
      {contact.phone ? <Phone phone={contact.phone} /> : null}
      <div className="flex flex-wrap justify-center gap-1.5">
        <Badge variant="secondary">{t(`panel.stages.${contact.lifecycle_stage}`)}</Badge>
        <Badge variant="outline">{t("panel.leadScore", { score: formatNumber(contact.lead_score) })}</Badge>
        {contact.blocked_at ? (
          <Badge variant="destructive">
            <BanIcon aria-hidden /> {t("panel.blocked")}
          </Badge>
        ) : null}
      </div>
      <Link
        to={`/contacts/${contact.id}`}
        className="inline-flex min-h-6 items-center gap-1 rounded text-xs text-primary underline-offset-4 hover:underline"
      >
        {t("panel.open")} <ExternalLinkIcon aria-hidden className="size-3" />
      </Link>
    </div>
  );
}

function Phone({ phone }: { phone: string }) {
  const { t } = useTranslation("inbox");
  const copy = async () => {
    await navigator.clipboard.writeText(`+${phone.replace(/^\+/, "")}`);
    toast.success(t("panel.phoneCopied"));
  };
  return (
    <p className="flex items-center gap-1 text-sm text-muted-foreground">
      {formatPhone(phone)}
      <Button
        variant="ghost"
        size="icon-sm"
        className="size-6"
        aria-label={t("panel.copyPhone")}
        onClick={() => void copy()}
      >
        <CopyIcon aria-hidden className="size-3.5" />
      </Button>
    </p>
  );
}
