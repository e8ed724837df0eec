import { BotIcon, ClockIcon, InfoIcon, LayoutTemplateIcon, LockIcon, UserIcon } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { useMay, useMe } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import { useNow } from "@/hooks/use-now";
import { formatDuration } from "@/lib/format";
import { useConversationActions } from "../../hooks/use-conversation-actions";
import { useDraft } from "../../hooks/use-draft";
import { usePeople } from "../../hooks/use-people";
import { useOpenDialog } from "../../stores/open-dialog";
import { keepUnsent } from "../../stores/unsent";
import type { Conversation } from "../../utils/patch-conversation";
import { windowOf } from "../../utils/service-window";
import { standingOf } from "../../utils/standing";
import { ModeTabs } from "./mode-tabs";
import { NoteEditor } from "./note-editor";
import { NoticeBar } from "./notice-bar";
import { ReplyEditor } from "./reply-editor";
import { ScheduledBar } from "./scheduled-bar";
import { TemplateDialog } from "./template-dialog";

type Props = { conversation: Conversation; replyTo?: MessageRow | null; onClearReply?: () => void };

/** Where one answers a contact or notes something beside the conversation; says why, where one cannot. */
export function Composer({ conversation, replyTo, onClearReply }: Props) {
  const { t } = useTranslation("inbox");
  const me = useMe().id;
  const mayReply = useMay("conversations:reply");
  const mayNote = useMay("conversations:handle");
  useEffect(() => keepUnsent(me, t("composer.unsent")), [me, t]);
  if (!mayReply && !mayNote)
    return (
      <section aria-label={t("composer.title")} className="border-t bg-card">
        <NoticeBar icon={LockIcon}>{t("composer.mayNot")}</NoticeBar>
      </section>
    );
  return (
    <OpenComposer
      key={conversation.id}
      conversation={conversation}
      replyTo={replyTo}
      onClearReply={onClearReply}
      mayReply={mayReply}
    />
  );
}

function OpenComposer({ conversation, replyTo, onClearReply, mayReply }: Props & { mayReply: boolean }) {
  const { t } = useTranslation("inbox");
  const { id } = conversation;
  const { draft, setText, setMode, clearReply, clearNote } = useDraft(id, replyTo?.provider_message_id ?? null);
  const { dialog, open } = useOpenDialog();
  const mode = mayReply ? draft.mode : "note";
  const answered = replyTo?.id;
  const toReply = useEffectEvent(() => setMode("reply"));
  useEffect(() => {
    if (answered) toReply();
  }, [answered]);
  return (
    <section aria-label={t("composer.title")} className="border-t bg-card">
      <div className="flex items-center justify-between gap-2 px-2 pt-1.5">
        {mayReply ? <ModeTabs mode={mode} onMode={setMode} /> : null}
        <ScheduledBar conversationId={id} />
      </div>
      {mode === "note" ? (
        <NoteEditor conversationId={id} text={draft.note} onText={setText} onSaved={clearNote} />
      ) : (
        <Answer conversation={conversation}>
          <ReplyEditor
            conversation={conversation}
            replyTo={replyTo}
            onClearReply={onClearReply}
            text={draft.reply}
            onText={setText}
            onSent={clearReply}
          />
        </Answer>
      )}
      {dialog === "template" ? <TemplateDialog conversation={conversation} onClose={() => open(null)} /> : null}
    </section>
  );
}

/** The field for an answer, below what one must know before; without it where no free answer can be given now. */
function Answer({ conversation, children }: { conversation: Conversation; children: React.ReactNode }) {
  const { t } = useTranslation("inbox");
  const me = useMe().id;
  const { nameOf } = usePeople();
  const mayHandle = useMay("conversations:handle");
  const actions = useConversationActions(conversation.id);
  const open = useOpenDialog((state) => state.open);
  const standing = standingOf(conversation, me);
  const { state, secondsLeft } = windowOf(conversation, useNow());
  const takeOver = mayHandle ? (
    <Button size="sm" onClick={() => actions.takeOver.mutate()}>
      {t("handling.takeOver")}
    </Button>
  ) : null;

  if (standing === "over")
    return (
      <NoticeBar
        icon={InfoIcon}
        action={
          mayHandle ? (
            <Button size="sm" variant="outline" onClick={() => actions.reopen.mutate()}>
              {t("handling.reopen")}
            </Button>
          ) : null
        }
      >
        {t("composer.over")}
      </NoticeBar>
    );
  if (state === "closed")
    return (
      <NoticeBar
        icon={ClockIcon}
        tone="warning"
        action={
          <Button size="sm" onClick={() => open("template")}>
            <LayoutTemplateIcon aria-hidden /> {t("templatePicker.open")}
          </Button>
        }
      >
        {t("composer.windowClosed")}
      </NoticeBar>
    );
  return (
    <>
      {standing === "bot" ? (
        <NoticeBar icon={BotIcon} action={takeOver}>
          {t("composer.bot")}
        </NoticeBar>
      ) : null}
      {standing === "other" ? (
        <NoticeBar icon={UserIcon}>
          {t("composer.other", { name: nameOf(conversation.assigned_to) ?? t("handling.somebody") })}
        </NoticeBar>
      ) : null}
      {state === "closing" ? (
        <NoticeBar icon={ClockIcon} tone="warning">
          {t("composer.windowClosing", { time: formatDuration(secondsLeft) })}
        </NoticeBar>
      ) : null}
      {children}
    </>
  );
}
