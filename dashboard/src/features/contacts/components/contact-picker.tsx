import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { contactsQuery } from "@/api/contacts/list-contacts";
import { contactName } from "@/components/contacts/contact-name";
import { SearchInput } from "@/components/search-input";
import { Skeleton } from "@/components/ui/skeleton";
import { UserAvatar } from "@/components/user-avatar";
import { formatPhone } from "@/lib/format";

const MOST = 8;

type Props = { label: string; except: string; onChoose: (contactId: string) => void };

/** Finds a contact by its name, phone or e-mail. */
export function ContactPicker({ label, except, onChoose }: Props) {
  const { t } = useTranslation("contacts");
  const [q, setQ] = useState("");
  const query = useInfiniteQuery({ ...contactsQuery({ q, limit: MOST + 1 }), enabled: q.trim().length > 1 });
  const found = (query.data?.pages[0]?.items ?? []).filter((one) => one.id !== except).slice(0, MOST);
  return (
    <div className="grid gap-2">
      <SearchInput value={q} onChange={setQ} label={label} placeholder={t("list.searchHint")} />
      {query.isLoading && <Skeleton className="h-12 w-full" />}
      {query.isSuccess && !found.length && <p className="text-muted-foreground">{t("common:nothingFound")}</p>}
      <ul aria-label={label} className="grid">
        {found.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => onChoose(one.id)}
              className="flex w-full items-center gap-3 rounded-md px-2 py-2 text-left outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60"
            >
              <UserAvatar name={contactName(one)} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{contactName(one)}</span>
                <span className="block truncate text-xs text-muted-foreground">
                  {[one.phone && formatPhone(one.phone), one.email].filter(Boolean).join(" · ")}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
