import { UserRoundIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatPhone } from "@/lib/format";
import type { ContentOf } from "./content";

/** Business cards that somebody shared. */
export function ContactCards({ contacts }: { contacts: ContentOf<"contacts"> }) {
  const { t } = useTranslation("message");
  return (
    <ul className="grid min-w-52 gap-2" aria-label={t("kind.contacts")}>
      {(contacts.cards ?? []).map((card, index) => (
        <li key={index} className="flex gap-2.5 rounded bg-foreground/5 p-2">
          <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-foreground/10">
            <UserRoundIcon aria-hidden className="size-4" />
          </span>
          <div className="grid min-w-0 gap-0.5 text-xs">
            <span className="text-sm font-medium break-words">{card.formatted_name || t("contacts.unnamed")}</span>
            {card.organization && <span>{card.organization}</span>}
            {card.phones?.map((phone) => (
              <a
                key={phone}
                href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}
                className="text-tick underline underline-offset-2"
              >
                {formatPhone(phone)}
              </a>
            ))}
            {card.emails?.map((email) => (
              <a
                key={email}
                href={`mailto:${encodeURIComponent(email)}`}
                className="break-all text-tick underline underline-offset-2"
              >
                {email}
              </a>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
