import { StickyNoteIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConversationNote } from "@/api/conversations/list-notes";
import { FormattedText } from "@/components/message/formatted-text";
import { formatDateTime, formatTime } from "@/lib/format";
import { usePeople } from "../../hooks/use-people";

/** A note of ours, between the messages: the contact never sees it. */
export function NoteBubble({ note }: { note: ConversationNote }) {
  const { t } = useTranslation("inbox");
  const { nameOf } = usePeople();
  const who = note.user_id === null ? t("thread.note.bot") : (nameOf(note.user_id) ?? t("thread.somebody"));
  const named = note.mentions.map((id) => nameOf(id)).filter((name) => name !== undefined);
  return (
    <article
      aria-label={t("thread.note.label", { who })}
      className="ml-auto w-fit max-w-[min(34rem,85%)] rounded-lg border border-dashed border-warning/40 bg-bubble-note px-2.5 py-1.5 text-bubble-note-foreground"
    >
      <p className="mb-0.5 flex items-center gap-1 text-xs font-medium">
        <StickyNoteIcon aria-hidden className="size-3" /> {t("thread.note.title", { who })}
      </p>
      <FormattedText body={note.body} />
      <p className="mt-0.5 flex items-center justify-end gap-2 text-[0.6875rem] leading-none">
        {named.length > 0 && <span className="mr-auto font-medium">{named.map((name) => `@${name}`).join(" ")}</span>}
        <time dateTime={note.created_at} title={formatDateTime(note.created_at)}>
          {formatTime(note.created_at)}
        </time>
      </p>
    </article>
  );
}
