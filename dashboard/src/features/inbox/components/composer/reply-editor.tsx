import { useEffect, useRef, type ClipboardEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { useAttachments } from "../../hooks/use-attachments";
import { useCanned } from "../../hooks/use-canned";
import { useLeaveWarning } from "../../hooks/use-leave-warning";
import { useRecorder } from "../../hooks/use-recorder";
import { useReply } from "../../hooks/use-reply";
import { useTyping } from "../../hooks/use-typing";
import { useOpenDialog } from "../../stores/open-dialog";
import type { Conversation } from "../../utils/patch-conversation";
import { AttachmentTray } from "./attachment-tray";
import { CannedList } from "./canned-list";
import { DropZone } from "./drop-zone";
import { insertAtCaret } from "./insert-at-caret";
import { PreparedCard } from "./prepared-card";
import { QuoteBar } from "./quote-bar";
import { ScheduleDialog } from "./schedule-dialog";
import { TextField } from "./text-field";
import { Toolbar } from "./toolbar";
import { VoiceBar } from "./voice-bar";

const LONGEST = 4_096;

type Props = {
  conversation: Conversation;
  replyTo?: MessageRow | null;
  onClearReply?: () => void;
  text: string;
  onText: (text: string) => void;
  onSent: () => void;
};

/** Where an answer is written: words, files, a voice, what was canned; sent by Enter. */
export function ReplyEditor({ conversation, replyTo, onClearReply, text, onText, onSent }: Props) {
  const { t } = useTranslation("inbox");
  const { id } = conversation;
  const area = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { dialog, open } = useOpenDialog();
  const typing = useTyping(id);
  const attachments = useAttachments(id);
  const sent = () => {
    typing.stopped();
    onClearReply?.();
    onSent();
  };
  const reply = useReply({ conversationId: id, text, replyTo, attachments, onSent: sent });
  const recorder = useRecorder(reply.sendVoice);
  const canned = useCanned(id, text, { onText, onPrepared: reply.setPrepared });

  const isRecording = recorder.recording.step !== "idle";
  useFocusAfter(isRecording, field);
  useLeaveWarning(attachments.items.length > 0);
  const answered = replyTo?.id;
  useEffect(() => {
    if (answered) field.current?.focus();
  }, [answered]);

  const write = (value: string) => {
    onText(value);
    typing.typed();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    attachments.take(files);
  };
  const openCanned = () => {
    if (text.trim() === "") onText("/");
    field.current?.focus();
  };

  return (
    <div ref={area} className="relative">
      <DropZone within={area} onFiles={attachments.take} />
      {replyTo ? <QuoteBar message={replyTo} onClear={onClearReply} /> : null}
      <AttachmentTray attachments={attachments} />
      {reply.prepared ? <PreparedCard content={reply.prepared} onClear={() => reply.setPrepared(null)} /> : null}
      {isRecording ? (
        <VoiceBar recorder={recorder} />
      ) : (
        <>
          <CannedList
            conversationId={id}
            items={canned.items}
            suggestions={canned.suggestions}
            onTake={(one) => void canned.take(one)}
          />
          {canned.isEmpty ? (
            <p className="px-3 pt-2 text-xs text-muted-foreground">{t("composer.canned.none")}</p>
          ) : null}
          <TextField
            field={field}
            value={text}
            maxLength={LONGEST}
            aria-label={t("composer.reply")}
            placeholder={t("composer.replyPlaceholder")}
            data-composer="reply"
            onText={write}
            onPaste={onPaste}
            onSend={reply.sendAll}
            onKey={canned.suggestions.onKeyDown}
            {...canned.suggestions.field}
          />
          <Toolbar
            canSend={reply.canSend}
            canSchedule={reply.words !== "" && attachments.items.length === 0}
            onEmoji={(emoji) => write(insertAtCaret(field.current, text, emoji))}
            onFiles={attachments.take}
            onCanned={openCanned}
            onVoice={() => void recorder.start()}
            onSend={reply.sendAll}
          />
        </>
      )}
      {dialog === "schedule" ? (
        <ScheduleDialog
          conversationId={id}
          content={{ type: "text", body: reply.words, preview_url: true }}
          replyTo={replyTo?.provider_message_id ?? null}
          onDone={sent}
          onClose={() => open(null)}
        />
      ) : null}
    </div>
  );
}

/** Gives the focus back to the field when what stood in its place is over. */
function useFocusAfter(isInPlace: boolean, field: RefObject<HTMLTextAreaElement | null>): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !isInPlace) field.current?.focus();
    was.current = isInPlace;
  }, [isInPlace, field]);
}
