import { useQuery } from "@tanstack/react-query";
import { MessagesSquareIcon, UserRoundIcon, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { CommandGroup, CommandItem } from "@/components/ui/command";
import { Skeleton } from "@/components/ui/skeleton";
import { openCommandPalette } from "@/hooks/use-commands";
import { formatPhone } from "@/lib/format";
import { foundContactsQuery, foundConversationsQuery } from "../api/search-everything";

/** Conversations that match what was written. */
export function FoundConversations({ search }: { search: string }) {
  const { t } = useTranslation("shell");
  const { data, isPending } = useQuery(foundConversationsQuery(search));
  const lines = data?.map((row) => ({
    id: row.id,
    name: row.contact_name ?? (row.contact_phone ? formatPhone(row.contact_phone) : t("palette.noName")),
    about: row.last_message_preview,
    path: `/inbox/${row.id}`,
  }));
  return <Found heading={t("palette.conversations")} icon={MessagesSquareIcon} lines={lines} isPending={isPending} />;
}

/** Contacts that match what was written. */
export function FoundContacts({ search }: { search: string }) {
  const { t } = useTranslation("shell");
  const { data, isPending } = useQuery(foundContactsQuery(search));
  const lines = data?.map((row) => ({
    id: row.id,
    name: row.name ?? t("palette.noName"),
    about: row.phone ? formatPhone(row.phone) : (row.email ?? ""),
    path: `/contacts/${row.id}`,
  }));
  return <Found heading={t("palette.contacts")} icon={UserRoundIcon} lines={lines} isPending={isPending} />;
}

type Line = { id: string; name: string; about: string; path: string };
type Props = { heading: string; icon: LucideIcon; lines: Line[] | undefined; isPending: boolean };

function Found({ heading, icon: Icon, lines, isPending }: Props) {
  const navigate = useNavigate();
  if (isPending)
    return (
      <CommandGroup heading={heading}>
        <Skeleton className="mx-2 my-1.5 h-5" />
      </CommandGroup>
    );
  if (!lines?.length) return null;
  return (
    <CommandGroup heading={heading}>
      {lines.map(({ id, name, about, path }) => (
        <CommandItem
          key={id}
          value={path}
          onSelect={() => {
            openCommandPalette(false);
            void navigate(path);
          }}
        >
          <Icon aria-hidden />
          <span className="shrink-0">{name}</span>
          <span className="truncate text-muted-foreground">{about}</span>
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
