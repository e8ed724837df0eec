import { useInfiniteQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { contactsQuery } from "@/api/contacts/list-contacts";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { formatPhone } from "@/lib/format";

export type ChosenContact = { id: string; label: string } | { phone: string; label: string };

/** Finds a contact by name or phone; a phone that nobody has yet may be used as it is. */
export function ContactField({
  value,
  onChange,
}: {
  value: ChosenContact | null;
  onChange: (contact: ChosenContact | null) => void;
}) {
  const { t } = useTranslation("chatbots");
  const [typed, setTyped] = useState("");
  if (value)
    return (
      <div className="space-y-2">
        <p className="text-sm font-medium">{t("start.contact")}</p>
        <div className="flex items-center justify-between rounded-md border bg-muted/50 py-1 pr-1 pl-3">
          <span className="truncate">{value.label}</span>
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={t("start.other_contact")}
            onClick={() => onChange(null)}
          >
            <X aria-hidden />
          </Button>
        </div>
      </div>
    );
  return (
    <div className="space-y-2">
      <Label htmlFor="start-contact">{t("start.contact")}</Label>
      <Input
        id="start-contact"
        value={typed}
        autoComplete="off"
        placeholder={t("start.contact_example")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim().length >= 2 && <Found typed={typed.trim()} onChoose={onChange} />}
    </div>
  );
}

function Found({ typed, onChoose }: { typed: string; onChoose: (contact: ChosenContact) => void }) {
  const { t } = useTranslation("chatbots");
  const q = useDeferredValue(typed);
  const contacts = useInfiniteQuery(contactsQuery({ q, limit: 6 }));
  const phone = typed.replace(/\D/g, "");
  const found = contacts.data?.pages[0]?.items ?? [];
  return (
    <ul className="max-h-48 overflow-y-auto rounded-md border" aria-live="polite" aria-label={t("start.found")}>
      {found.map((contact) => {
        const label = contact.name ?? (contact.phone ? formatPhone(contact.phone) : t("start.nameless"));
        return (
          <li key={contact.id}>
            <Button
              type="button"
              variant="ghost"
              className="w-full justify-between"
              onClick={() => onChoose({ id: contact.id, label })}
            >
              <span className="truncate">{label}</span>
              {contact.phone && <span className="text-xs text-muted-foreground">{formatPhone(contact.phone)}</span>}
            </Button>
          </li>
        );
      })}
      {phone.length >= 10 && (
        <li>
          <Button
            type="button"
            variant="ghost"
            className="w-full justify-start"
            onClick={() => onChoose({ phone, label: formatPhone(phone) })}
          >
            {t("start.use_phone", { phone: formatPhone(phone) })}
          </Button>
        </li>
      )}
      {contacts.isSuccess && found.length === 0 && phone.length < 10 && (
        <li className="px-3 py-2 text-muted-foreground">{t("start.nobody")}</li>
      )}
    </ul>
  );
}
