import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useRecordConsent } from "@/api/contacts/record-consent";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";
import { FIRST_CONSENT, isComplete, type ConsentDraft } from "../utils/consents";
import { ConsentFields } from "./consent-fields";

type Props = { contactId: string; purpose: ConsentDraft["purpose"]; isGranted: boolean; onClose: () => void };

/** Writes a yes or a no of a contact into the ledger. */
export function ConsentDialog({ contactId, purpose, isGranted, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const [consent, setConsent] = useState<ConsentDraft>({ ...FIRST_CONSENT, purpose });
  const keyOf = useSendKey();
  const recording = useRecordConsent();
  const send = () => {
    if (!isComplete(consent) || recording.isPending) return;
    const said = { contactId, isGranted, consent };
    recording.mutate(
      { ...said, key: keyOf(said) },
      {
        onSuccess: () => {
          toast.success(t("consent.recorded"));
          onClose();
        },
        onError: tellError,
      },
    );
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="sm:max-w-xl">
        <DialogHeader>
          <DialogTitle>{t(isGranted ? "consent.titleYes" : "consent.titleNo")}</DialogTitle>
          <DialogDescription>{t(isGranted ? "consent.descriptionYes" : "consent.descriptionNo")}</DialogDescription>
        </DialogHeader>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <ConsentFields value={consent} onChange={setConsent} isGranted={isGranted} />
          <DialogFooter>
            <Button type="button" variant="outline" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <SubmitButton pending={recording.isPending} disabled={!isComplete(consent)}>
              {t("consent.record")}
            </SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
