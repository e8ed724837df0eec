import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import { useRecordConsent } from "@/api/contacts/record-consent";
import { tagsQuery } from "@/api/tags/list-tags";
import { TagChip } from "@/components/contacts/tag-chip";
import { TagPicker } from "@/components/contacts/tag-picker";
import { applyApiErrors } from "@/components/form-errors";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { Label } from "@/components/ui/label";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";
import { useCreateContact } from "../api/create-contact";
import type { ContactField } from "../utils/attributes";
import { FIRST_CONSENT, isComplete } from "../utils/consents";
import { newContactOf, valuesOf, type ContactValues } from "../utils/contact-form";
import { ConsentFields } from "./consent-fields";
import { ContactFormFields } from "./contact-form-fields";

type Props = { onClose: () => void };

/** Makes a contact, with its yes to being written to where there is one. */
export function CreateContactDialog({ onClose }: Props) {
  const { t } = useTranslation("contacts");
  const fields = useQuery(contactFieldsQuery).data;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t("create.title")}</DialogTitle>
          <DialogDescription>{t("create.description")}</DialogDescription>
        </DialogHeader>
        {fields && <CreateForm fields={fields} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

function ChosenTags({ chosen, onChange }: { chosen: string[]; onChange: (tagIds: string[]) => void }) {
  const { t } = useTranslation("contacts");
  const tags = useQuery(tagsQuery).data ?? [];
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags
        .filter((tag) => chosen.includes(tag.id))
        .map((tag) => (
          <TagChip key={tag.id} name={tag.name} color={tag.color} />
        ))}
      <TagPicker label={t("tags.choose")} chosen={chosen} onChange={onChange} />
    </div>
  );
}

function CreateForm({ fields, onClose }: Props & { fields: readonly ContactField[] }) {
  const { t } = useTranslation("contacts");
  const navigate = useNavigate();
  const form = useForm<ContactValues>({ defaultValues: valuesOf(null, fields) });
  const [tagIds, setTagIds] = useState<string[]>([]);
  const [agrees, setAgrees] = useState(false);
  const [consent, setConsent] = useState(FIRST_CONSENT);
  const [contactKey, consentKey] = [useSendKey(), useSendKey()];
  const creating = useCreateContact();
  const recording = useRecordConsent();
  const pending = creating.isPending || recording.isPending;

  const send = form.handleSubmit(async (values) => {
    if (![values.name, values.phone, values.email].some((text) => text.trim())) {
      form.setError("name", { message: t("create.somebody") }, { shouldFocus: true });
      return;
    }
    try {
      const contact = newContactOf(fields, values, tagIds);
      const made = await creating.mutateAsync({ contact, key: contactKey(contact) });
      const said = { contactId: made.id, isGranted: true, consent };
      if (agrees) await recording.mutateAsync({ ...said, key: consentKey(said) }).catch(tellError);
      toast.success(t("create.done"));
      onClose();
      void navigate(`/contacts/${made.id}`);
    } catch (error) {
      const rest = applyApiErrors(form, error);
      if (rest) toast.error(rest);
    }
  });

  return (
    <Form {...form}>
      <form onSubmit={(event) => void send(event)} noValidate className="grid gap-4">
        <ContactFormFields
          control={form.control}
          fields={fields}
          onPhone={(phone) => form.setValue("phone", phone, { shouldDirty: true })}
        />
        <ChosenTags chosen={tagIds} onChange={setTagIds} />
        <div className="grid gap-3 rounded-md border p-3">
          <Label>
            <Checkbox checked={agrees} onCheckedChange={(is) => setAgrees(is === true)} />
            {t("create.agrees")}
          </Label>
          {agrees && <ConsentFields value={consent} onChange={setConsent} isGranted />}
        </div>
        <DialogFooter>
          <Button type="button" variant="outline" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <SubmitButton pending={pending} disabled={agrees && !isComplete(consent)}>
            {t("create.submit")}
          </SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
