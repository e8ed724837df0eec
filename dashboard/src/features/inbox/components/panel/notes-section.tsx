import { useInfiniteQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAddContactNote } from "@/api/contacts/add-contact-note";
import { contactNotesQuery } from "@/api/contacts/list-contact-notes";
import { useMay } from "@/api/me/get-me";
import { LoadMore } from "@/components/load-more";
import { Loaded } from "@/components/loaded";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";
import { usePeople } from "../../hooks/use-people";

const LONGEST = 4_000;

/** What colleagues noted about the contact, in any conversation, and a field for one more. */
export function NotesSection({ contactId }: { contactId: string }) {
  const { t } = useTranslation("inbox");
  const { nameOf } = usePeople();
  const notes = useInfiniteQuery(contactNotesQuery(contactId));
  const mayManage = useMay("contacts:manage");
  return (
    <div className="grid gap-3">
      {mayManage ? <NewNote contactId={contactId} /> : null}
      <Loaded query={notes}>
        {({ pages }) =>
          pages.every(({ items }) => items.length === 0) ? (
            <p className="text-sm text-muted-foreground">{t("panel.noNotes")}</p>
          ) : (
            <ul className="grid gap-2">
              {pages
                .flatMap(({ items }) => items)
                .map((note) => (
                  <li key={note.id} className="rounded-md bg-bubble-note px-3 py-2 text-bubble-note-foreground">
                    <p className="text-sm break-words whitespace-pre-wrap">{note.body}</p>
                    <p className="mt-1 text-xs opacity-80">
                      {nameOf(note.user_id) ?? t("handling.somebody")} · <RelativeTime at={note.created_at} />
                    </p>
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
      <LoadMore query={notes} />
    </div>
  );
}

function NewNote({ contactId }: { contactId: string }) {
  const { t } = useTranslation("inbox");
  const [body, setBody] = useState("");
  const keyOf = useSendKey();
  const [saved, setSaved] = useState(0);
  const add = useAddContactNote();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!body.trim() || add.isPending) return;
    add.mutate(
      { contactId, body: body.trim(), key: keyOf({ body: body.trim(), saved }) },
      {
        onSuccess: () => {
          setBody("");
          setSaved(saved + 1);
        },
        onError: (error) => tellError(error),
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-1.5">
      <Textarea
        rows={2}
        value={body}
        maxLength={LONGEST}
        aria-label={t("panel.newNote")}
        placeholder={t("panel.newNote")}
        onChange={(event) => setBody(event.target.value)}
      />
      {body.trim() ? (
        <Button type="submit" size="sm" className="justify-self-end" aria-disabled={add.isPending}>
          {t("composer.saveNote")}
        </Button>
      ) : null}
    </form>
  );
}
