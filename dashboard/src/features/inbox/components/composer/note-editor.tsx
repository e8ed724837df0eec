import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { toast } from "sonner";
import { ApiError } from "@/lib/api-error";
import { useSendKey } from "@/hooks/use-send-key";
import { tellError } from "@/lib/tell-error";
import { addNote } from "../../api/add-note";
import { usePeople, type Person } from "../../hooks/use-people";
import { useSuggestions } from "../../hooks/use-suggestions";
import { mentionAt, mentionedIn, peopleNamed, refusedOf, withMention } from "../../utils/mentions";
import { PersonLine } from "../actions/person-line";
import { EmojiButton } from "./emoji-button";
import { insertAtCaret } from "./insert-at-caret";
import { SuggestionList } from "./suggestion-list";
import { TextField } from "./text-field";

const LONGEST = 4_000;
const MOST_SHOWN = 8;

type Props = { conversationId: string; text: string; onText: (text: string) => void; onSaved: () => void };

/** Where a note is written that the contact never sees; `@` calls a colleague. */
export function NoteEditor({ conversationId, text, onText, onSaved }: Props) {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const { people } = usePeople();
  const mentioning = mentionAt(text, Math.min(caret, text.length));
  const named = mentioning ? peopleNamed(people, mentioning.search).slice(0, MOST_SHOWN) : [];
  const keyOf = useSendKey();
  const [saved, setSaved] = useState(0);

  const take = (person: Person) => {
    if (!mentioning) return;
    const next = withMention(text, mentioning, caret, person.name);
    onText(next.text);
    setCaret(next.caret);
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  const suggestions = useSuggestions(named, mentioning && `${mentioning.start} ${mentioning.search}`, take);

  const save = useMutation({
    mutationFn: (body: string) => {
      const note = { body, mentions: mentionedIn(body, people) };
      return addNote(conversationId, note, keyOf({ note, saved }));
    },
    onSuccess: () => {
      setSaved(saved + 1);
      onSaved();
      for (const part of ["notes", "timeline"])
        void client.invalidateQueries({ queryKey: ["conversations", conversationId, part] });
    },
    onError: (error, body) => {
      const refused = refusedIn(error, mentionedIn(body, people), people);
      if (refused) toast.error(t("composer.mentionRefused", { name: refused }));
      else tellError(error);
    },
  });
  const send = () => {
    const body = text.trim();
    if (body && !save.isPending) save.mutate(body);
  };
  return (
    <div className="relative bg-bubble-note text-bubble-note-foreground">
      <SuggestionList
        label={t("composer.mention")}
        items={named}
        suggestions={suggestions}
        idOf={({ id }) => id}
        onTake={take}
      >
        {(person) => <PersonLine person={person} />}
      </SuggestionList>
      <TextField
        field={field}
        value={text}
        maxLength={LONGEST}
        aria-label={t("composer.note")}
        placeholder={t("composer.notePlaceholder")}
        className="placeholder:text-bubble-note-foreground/80"
        data-composer="note"
        onText={(value) => {
          onText(value);
          setCaret(field.current?.selectionStart ?? value.length);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onSend={send}
        onKey={suggestions.onKeyDown}
        {...suggestions.field}
      />
      <div className="flex items-center gap-1 px-2 pb-2">
        <EmojiButton onChoose={(emoji) => onText(insertAtCaret(field.current, text, emoji))} />
        <Button size="sm" className="ml-auto" aria-disabled={save.isPending || !text.trim()} onClick={send}>
          {t("composer.saveNote")}
        </Button>
      </div>
    </div>
  );
}

/** Who was mentioned but may not see the conversation, where the API refused a note for that: it names their place. */
function refusedIn(error: unknown, mentioned: readonly string[], people: readonly Person[]): string | undefined {
  const details = error instanceof ApiError ? error.details : [];
  const refused = refusedOf(
    mentioned,
    details.map(({ field }) => field),
  );
  return people.find(({ id }) => id === refused)?.name;
}
