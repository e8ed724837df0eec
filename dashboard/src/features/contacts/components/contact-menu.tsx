import { BanIcon, MoreHorizontalIcon, Trash2Icon, Undo2Icon } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import { useBlockContact } from "@/api/contacts/block-contact";
import type { Contact } from "@/api/contacts/get-contact";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { contactName } from "@/components/contacts/contact-name";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { tellError } from "@/lib/tell-error";
import { useDeleteContact } from "../api/delete-contact";
import { useUndoMerge } from "../api/undo-merge";

type DialogProps = { contact: Contact; onClose: () => void };

function BlockDialog({ contact, onClose }: DialogProps) {
  const { t } = useTranslation("contacts");
  const blocking = useBlockContact();
  const isBlocked = contact.blocked_at !== null;
  const say = isBlocked ? "unblock" : "block";
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${say}.title`, { name: contactName(contact) })}
      description={t(`${say}.description`)}
      confirmLabel={t(`${say}.confirm`)}
      destructive={!isBlocked}
      pending={blocking.isPending}
      onConfirm={() =>
        blocking.mutate(
          { contactId: contact.id, isBlocked: !isBlocked },
          { onSuccess: () => toast.success(t(`${say}.done`)), onError: tellError, onSettled: onClose },
        )
      }
    />
  );
}

function DeleteDialog({ contact, onClose }: DialogProps) {
  const { t } = useTranslation("contacts");
  const navigate = useNavigate();
  const deleting = useDeleteContact();
  const name = contactName(contact);
  const [typed, setTyped] = useState("");
  const id = useId();
  const remove = () => {
    if (typed.trim() !== name) return;
    deleting.mutate(contact.id, {
      onSuccess: () => {
        toast.success(t("delete.done"));
        void navigate("/contacts", { replace: true });
      },
      onError: (error) => {
        tellError(error);
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("delete.title", { name })}
      description={t("delete.description")}
      confirmLabel={t("common:delete")}
      destructive
      pending={deleting.isPending}
      onConfirm={remove}
    >
      <div className="grid gap-1.5">
        <Label htmlFor={id}>{t("delete.type", { name })}</Label>
        <Input
          id={id}
          value={typed}
          autoComplete="off"
          aria-invalid={typed !== "" && typed.trim() !== name}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}

function UndoDialog({ contact, onClose }: DialogProps) {
  const { t } = useTranslation("contacts");
  const navigate = useNavigate();
  const undoing = useUndoMerge();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("undo.title")}
      description={t("undo.description")}
      confirmLabel={t("undo.confirm")}
      pending={undoing.isPending}
      onConfirm={() =>
        undoing.mutate(contact.id, {
          onSuccess: (back) =>
            toast.success(t("undo.done", { name: contactName(back) }), {
              action: { label: t("common:open"), onClick: () => void navigate(`/contacts/${back.id}`) },
            }),
          onError: tellError,
          onSettled: onClose,
        })
      }
    />
  );
}

/** What is done with a contact now and then: blocking, taking a merge back, deleting. */
export function ContactMenu({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const [dialog, setDialog] = useState<"block" | "delete" | "undo" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="outline" size="icon-sm" aria-label={t("common:more")}>
            <MoreHorizontalIcon aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {contact.merges > 0 && (
            <DropdownMenuItem onSelect={() => setDialog("undo")}>
              <Undo2Icon aria-hidden />
              {t("undo.action")}
            </DropdownMenuItem>
          )}
          <DropdownMenuItem onSelect={() => setDialog("block")}>
            <BanIcon aria-hidden />
            {t(contact.blocked_at ? "unblock.confirm" : "block.confirm")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem variant="destructive" onSelect={() => setDialog("delete")}>
            <Trash2Icon aria-hidden />
            {t("delete.action")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog === "block" && <BlockDialog contact={contact} onClose={close} />}
      {dialog === "delete" && <DeleteDialog contact={contact} onClose={close} />}
      {dialog === "undo" && <UndoDialog contact={contact} onClose={close} />}
    </>
  );
}
