import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import { contactQuery, type Contact } from "@/api/contacts/get-contact";
import { useUpdateContact } from "@/api/contacts/update-contact";
import { TextField } from "@/components/text-field";
import { applyApiErrors } from "@/components/form-errors";
import { FormProblem } from "@/components/form-problem";
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
import { Form } from "@/components/ui/form";
import { errorText } from "@/lib/error-text";
import { isStale } from "@/lib/tell-error";
import type { ContactField } from "../utils/attributes";
import { changesOf, valuesOf, type ContactValues } from "../utils/contact-form";
import { ContactFormFields } from "./contact-form-fields";

type Props = { contact: Contact; onClose: () => void };

/** Changes what is known of a contact; where somebody else did meanwhile it says so and loses nothing. */
export function EditContactDialog({ contact, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const fields = useQuery(contactFieldsQuery).data;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t("edit.title")}</DialogTitle>
          <DialogDescription>{t("edit.description")}</DialogDescription>
        </DialogHeader>
        {fields && <EditForm contact={contact} fields={fields} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

/** It holds on to the contact as it was when it opened: news of it must not pass for what this person changed. */
function EditForm({ contact: now, fields, onClose }: Props & { fields: readonly ContactField[] }) {
  const [contact] = useState(now);
  const [conflict, setConflict] = useState<string | null>(null);
  const { t } = useTranslation("contacts");
  const client = useQueryClient();
  const form = useForm<ContactValues>({ defaultValues: valuesOf(contact, fields) });
  const updating = useUpdateContact();
  const reload = () => {
    void client.invalidateQueries(contactQuery(contact.id));
    onClose();
  };
  const send = form.handleSubmit(async (values) => {
    const changes = changesOf(contact, fields, values);
    if (Object.keys(changes).length === 0) return onClose();
    try {
      await updating.mutateAsync({ contactId: contact.id, version: contact.version, changes });
      toast.success(t("common:saved"));
      onClose();
    } catch (error) {
      if (isStale(error)) return setConflict(errorText(error));
      const rest = applyApiErrors(form, error);
      if (rest) toast.error(rest);
    }
  });
  return (
    <Form {...form}>
      <form onSubmit={(event) => void send(event)} noValidate className="grid gap-4">
        <FormProblem
          text={conflict}
          action={
            <Button type="button" variant="outline" size="sm" className="mt-1" onClick={reload}>
              {t("common:entities.reload")}
            </Button>
          }
        />
        <ContactFormFields
          control={form.control}
          fields={fields}
          onPhone={(phone) => form.setValue("phone", phone, { shouldDirty: true })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField control={form.control} name="language" label={t("fields.language")} placeholder="pt-BR" />
          <TextField
            control={form.control}
            name="time_zone"
            label={t("fields.time_zone")}
            placeholder="America/Sao_Paulo"
          />
        </div>
        <DialogFooter>
          <Button type="button" variant="outline" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <SubmitButton pending={updating.isPending}>{t("common:save")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
