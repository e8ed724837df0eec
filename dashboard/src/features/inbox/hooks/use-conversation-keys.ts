import { useTranslation } from "react-i18next";
import { useMay, useMe } from "@/api/me/get-me";
import { useCommands } from "@/hooks/use-commands";
import { useShortcut } from "@/hooks/use-shortcut";
import { draftKey, useDrafts, type Mode } from "../stores/drafts";
import { useOpenDialog } from "../stores/open-dialog";
import { isDialogOpen } from "../utils/is-dialog-open";
import type { Conversation } from "../utils/patch-conversation";
import { standingOf } from "../utils/standing";
import type { ConversationActions } from "./use-conversation-actions";

type Given = {
  conversation: Conversation;
  actions: ConversationActions;
  onTogglePanel: () => void;
  onBack: () => void;
};

type Doing = { id: string; keys: string; label: string; when: boolean; run: () => void };

function writeIn(mode: Mode): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-composer="${mode}"]`)?.focus());
}

/** What can be done with the open conversation by one key, and from the command palette. */
export function useConversationKeys({ conversation, actions, onTogglePanel, onBack }: Given): void {
  const { t } = useTranslation("inbox");
  const me = useMe().id;
  const mayHandle = useMay("conversations:handle");
  const mayReply = useMay("conversations:reply");
  const mayManage = useMay("conversations:manage");
  const open = useOpenDialog((state) => state.open);
  const write = useDrafts((state) => state.write);
  const standing = standingOf(conversation, me);
  const isOpen = standing !== "over";
  const begin = (mode: Mode) => () => {
    write(draftKey(me, conversation.id), { mode });
    writeIn(mode);
  };
  const mayTake = mayHandle && isOpen && standing !== "mine" && (standing !== "other" || mayManage);
  useKeys([
    { id: "reply", keys: "r", label: t("keys.reply"), when: mayReply && isOpen, run: begin("reply") },
    { id: "note", keys: "n", label: t("keys.note"), when: mayHandle, run: begin("note") },
    { id: "takeOver", keys: "t", label: t("keys.takeOver"), when: mayTake, run: () => actions.takeOver.mutate() },
    { id: "assign", keys: "a", label: t("keys.assign"), when: mayHandle && isOpen, run: () => open("assign") },
    { id: "resolve", keys: "e", label: t("keys.resolve"), when: mayHandle && isOpen, run: () => open("resolve") },
    { id: "snooze", keys: "s", label: t("keys.snooze"), when: mayHandle && isOpen, run: () => open("snooze") },
    { id: "tags", keys: "l", label: t("keys.tags"), when: mayHandle, run: () => open("tags") },
    { id: "template", keys: "m", label: t("keys.template"), when: mayReply && isOpen, run: () => open("template") },
    { id: "panel", keys: "p", label: t("keys.panel"), when: true, run: onTogglePanel },
    { id: "close", keys: "Escape", label: t("keys.close"), when: true, run: onBack },
  ]);
}

/** The list is always as long and in the same order: each line is a hook. */
function useKeys(doings: [Doing, Doing, Doing, Doing, Doing, Doing, Doing, Doing, Doing, Doing]): void {
  const { t } = useTranslation("inbox");
  const group = t("keys.group");
  const [reply, note, takeOver, assign, resolve, snooze, tags, template, panel, close] = doings;
  useKey(reply, group);
  useKey(note, group);
  useKey(takeOver, group);
  useKey(assign, group);
  useKey(resolve, group);
  useKey(snooze, group);
  useKey(tags, group);
  useKey(template, group);
  useKey(panel, group);
  useKey(close, group);
  useCommands(
    doings
      .filter(({ when }) => when)
      .map(({ id, label, keys, run }) => ({ id: `conversation.${id}`, label, shortcut: keys, group, run })),
  );
}

function useKey({ keys, label, when, run }: Doing, group: string): void {
  useShortcut(keys, () => isDialogOpen() || run(), { when, label, group });
}
