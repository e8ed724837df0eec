import type { ConversationActions } from "../../hooks/use-conversation-actions";
import { useOpenDialog } from "../../stores/open-dialog";
import type { Conversation } from "../../utils/patch-conversation";
import { AssignDialog } from "./assign-dialog";
import { ResolveDialog } from "./resolve-dialog";
import { SnoozeDialog } from "./snooze-dialog";
import { TagsDialog } from "./tags-dialog";

type Props = { conversation: Conversation; actions: ConversationActions };

/** The windows that the actions of a conversation open; at most one is there. */
export function ActionDialogs({ conversation, actions }: Props) {
  const { dialog, open } = useOpenDialog();
  const close = () => open(null);
  switch (dialog) {
    case "assign":
      return <AssignDialog conversation={conversation} actions={actions} onClose={close} />;
    case "resolve":
      return <ResolveDialog actions={actions} onClose={close} />;
    case "snooze":
      return <SnoozeDialog actions={actions} onClose={close} />;
    case "tags":
      return <TagsDialog conversation={conversation} onClose={close} />;
    default:
      return null;
  }
}
