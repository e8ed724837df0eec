import { AlarmClockIcon, CheckIcon, HandIcon, RotateCcwIcon, TagIcon, UserPlusIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay, useMe } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import type { ConversationActions } from "../../hooks/use-conversation-actions";
import { useOpenDialog } from "../../stores/open-dialog";
import type { Conversation } from "../../utils/patch-conversation";
import { standingOf } from "../../utils/standing";
import { IconAction } from "./icon-action";
import { MoreMenu } from "./more-menu";

type Props = { conversation: Conversation; actions: ConversationActions };

/** What is done with a conversation most often, one click or key away. */
export function ActionBar({ conversation, actions }: Props) {
  const { t } = useTranslation("inbox");
  const open = useOpenDialog((state) => state.open);
  const mayHandle = useMay("conversations:handle");
  const isOver = standingOf(conversation, useMe().id) === "over";
  return (
    <div className="flex shrink-0 items-center gap-0.5">
      {mayHandle && !isOver ? (
        <>
          <IconAction icon={UserPlusIcon} label={t("handling.assign")} keys="A" onClick={() => open("assign")} />
          <IconAction
            className="@max-lg:hidden"
            icon={AlarmClockIcon}
            label={t("handling.snooze")}
            keys="S"
            onClick={() => open("snooze")}
          />
        </>
      ) : null}
      {mayHandle ? (
        <IconAction
          className="@max-lg:hidden"
          icon={TagIcon}
          label={t("handling.tags")}
          keys="L"
          onClick={() => open("tags")}
        />
      ) : null}
      {mayHandle ? <PrimaryAction conversation={conversation} actions={actions} /> : null}
      <MoreMenu conversation={conversation} actions={actions} mayHandle={mayHandle} />
    </div>
  );
}

function PrimaryAction({ conversation, actions }: Props) {
  const { t } = useTranslation("inbox");
  const open = useOpenDialog((state) => state.open);
  const standing = standingOf(conversation, useMe().id);
  const mayTake = useMay("conversations:manage") || standing !== "other";
  if (standing === "over")
    return <Labelled icon={RotateCcwIcon} label={t("handling.reopen")} onClick={() => actions.reopen.mutate()} />;
  return (
    <>
      {standing !== "mine" && mayTake ? (
        <Labelled
          icon={HandIcon}
          label={t("handling.takeOver")}
          keys="T"
          variant="default"
          onClick={() => actions.takeOver.mutate()}
        />
      ) : null}
      <Labelled icon={CheckIcon} label={t("handling.resolve")} keys="E" onClick={() => open("resolve")} />
    </>
  );
}

type LabelledProps = {
  icon: typeof CheckIcon;
  label: string;
  keys?: string;
  variant?: "default" | "outline";
  onClick: () => void;
};

function Labelled({ icon: Icon, label, keys, variant = "outline", onClick }: LabelledProps) {
  return (
    <Button
      title={label}
      size="sm"
      variant={variant}
      className="ml-1 @max-3xl:size-8 @max-3xl:px-0!"
      aria-keyshortcuts={keys}
      onClick={onClick}
    >
      <Icon aria-hidden />
      <span className="@max-3xl:sr-only">{label}</span>
    </Button>
  );
}
