import { ArrowLeftIcon, PanelRightIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useConversationActions } from "../../hooks/use-conversation-actions";
import { useConversationKeys } from "../../hooks/use-conversation-keys";
import { useViewing } from "../../hooks/use-viewing";
import type { Conversation } from "../../utils/patch-conversation";
import { ActionBar } from "./action-bar";
import { ActionDialogs } from "./action-dialogs";
import { HeaderTitle } from "./header-title";
import { IconAction } from "./icon-action";
import { Viewers } from "./viewers";

type Props = { conversation: Conversation; onTogglePanel: () => void; onBack: () => void };

/** The head of the open conversation: with whom it is, how it stands, who else looks, and what can be done with it. */
export function ConversationHeader({ conversation, onTogglePanel, onBack }: Props) {
  const { t } = useTranslation("inbox");
  const actions = useConversationActions(conversation.id);
  useViewing(conversation.id);
  useConversationKeys({ conversation, actions, onTogglePanel, onBack });
  return (
    <header className="@container flex h-14 shrink-0 items-center gap-2 border-b bg-card px-2 sm:px-3">
      <IconAction className="lg:hidden" icon={ArrowLeftIcon} label={t("handling.back")} onClick={onBack} />
      <HeaderTitle conversation={conversation} />
      <Viewers conversationId={conversation.id} />
      <ActionBar conversation={conversation} actions={actions} />
      <IconAction icon={PanelRightIcon} label={t("handling.panel")} keys="P" onClick={onTogglePanel} />
      <ActionDialogs conversation={conversation} actions={actions} />
    </header>
  );
}
