import { useInfiniteQuery } from "@tanstack/react-query";
import { StickyNoteIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddContactNote } from "@/api/contacts/add-contact-note";
import { contactNotesQuery } from "@/api/contacts/list-contact-notes";
import { useMay } from "@/api/me/get-me";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { RelativeTime } from "@/components/relative-time";
import { SubmitButton } from "@/components/submit-button";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";
import { useUserNames } from "../hooks/use-user-names";

function WriteNote({ contactId }: { contactId: string }) {
  const { t } = useTranslation("contacts");
  const [body, setBody] = useState("");
  const keyOf = useSendKey();
  const writing = useAddContactNote();
  const send = () => {
    const text = body.trim();
    if (!text || writing.isPending) return;
    writing.mutate(
      { contactId, body: text, key: keyOf([text, writing.submittedAt]) },
      { onSuccess: () => setBody(""), onError: tellError },
    );
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        aria-label={t("notes.write")}
        placeholder={t("notes.placeholder")}
        rows={3}
        maxLength={4000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <SubmitButton size="sm" className="justify-self-end" pending={writing.isPending} disabled={!body.trim()}>
        {t("notes.save")}
      </SubmitButton>
    </form>
  );
}

/** What people wrote down about a contact, and a place to write. */
export function ContactNotes({ contactId }: { contactId: string }) {
  const { t } = useTranslation("contacts");
  const mayManage = useMay("contacts:manage");
  const query = useInfiniteQuery(contactNotesQuery(contactId));
  const nameOf = useUserNames();
  const notes = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="grid gap-4">
      {mayManage && <WriteNote contactId={contactId} />}
      {query.isPending && <Skeleton className="h-24 w-full" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && !notes.length && <EmptyState icon={StickyNoteIcon} title={t("notes.none")} />}
      <ul className="grid gap-3">
        {notes.map((note) => (
          <li key={note.id} className="rounded-lg border bg-bubble-note p-3 text-bubble-note-foreground">
            <p className="break-words whitespace-pre-wrap">{note.body}</p>
            <p className="mt-1.5 text-xs">
              {nameOf(note.user_id) ?? t("notes.somebody")}
              {" · "}
              <RelativeTime at={note.created_at} />
            </p>
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </div>
  );
}
