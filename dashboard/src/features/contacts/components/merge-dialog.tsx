import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRightIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import { contactQuery, type Contact } from "@/api/contacts/get-contact";
import { contactName } from "@/components/contacts/contact-name";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";
import { useMergeContacts } from "../api/merge-contacts";
import { useUndoMerge } from "../api/undo-merge";
import { ContactPicker } from "./contact-picker";
import { MergeTable } from "./merge-table";

type Props = { contact: Contact; otherId?: string; stays?: boolean; onClose: () => void };

/** Makes two contacts one: chooses the other, shows what stays, and can be taken back. */
export function MergeDialog({ contact, otherId, stays = false, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const [chosen, setChosen] = useState(otherId ?? null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="sm:max-w-3xl">
        <DialogHeader>
          <DialogTitle>{t("merge.title")}</DialogTitle>
          <DialogDescription>
            {t(chosen ? "merge.check" : "merge.choose", { name: contactName(contact) })}
          </DialogDescription>
        </DialogHeader>
        {chosen ? (
          <Comparison first={contact} secondId={chosen} stays={stays} onClose={onClose} />
        ) : (
          <ContactPicker label={t("merge.search")} except={contact.id} onChoose={setChosen} />
        )}
      </DialogContent>
    </Dialog>
  );
}

type ComparisonProps = { first: Contact; secondId: string; stays: boolean; onClose: () => void };

function Comparison({ first, secondId, stays, onClose }: ComparisonProps) {
  const { t } = useTranslation("contacts");
  const navigate = useNavigate();
  const query = useQuery(contactQuery(secondId));
  const [isSwapped, setSwapped] = useState(false);
  const merging = useMergeContacts();
  const undoing = useUndoMerge();
  const keyOf = useSendKey();
  if (query.isPending) return <Skeleton className="h-60 w-full" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const [kept, merged] = isSwapped ? [query.data, first] : [first, query.data];
  const undo = () =>
    undoing.mutateAsync(kept.id).then(() => toast.success(t("undo.done", { name: contactName(merged) })), tellError);
  const merge = () =>
    merging.mutate(
      { keptId: kept.id, mergedId: merged.id, key: keyOf([kept.id, merged.id, merged.version]) },
      {
        onSuccess: () => {
          toast.success(t("merge.done"), {
            action: { label: t("undo.confirm"), onClick: () => void undo() },
            duration: 10_000,
          });
          onClose();
          if (!stays) void navigate(`/contacts/${kept.id}`);
        },
        onError: tellError,
      },
    );
  return (
    <>
      <MergeTable kept={kept} merged={merged} />
      <p className="text-muted-foreground">{t("merge.explained")}</p>
      <DialogFooter className="sm:justify-between">
        <Button variant="outline" onClick={() => setSwapped(!isSwapped)}>
          <ArrowLeftRightIcon aria-hidden />
          {t("merge.swap")}
        </Button>
        <Button onClick={merge} aria-disabled={merging.isPending}>
          {t("merge.confirm", { name: contactName(kept) })}
        </Button>
      </DialogFooter>
    </>
  );
}
