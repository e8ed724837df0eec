import { useQuery } from "@tanstack/react-query";
import { BotIcon, BuildingIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { useMe } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { ConversationActions } from "../../hooks/use-conversation-actions";
import { usePeople, type Person } from "../../hooks/use-people";
import type { Conversation } from "../../utils/patch-conversation";
import { PersonLine } from "./person-line";

const LONGEST_REASON = 500;
type Receiver = { kind: "person" | "department"; id: string; name: string };
type Props = { conversation: Conversation; actions: ConversationActions; onClose: () => void };

/** Passes a conversation on: first to whom, then with a word for them if one wants. */
export function AssignDialog({ conversation, actions, onClose }: Props) {
  const { t } = useTranslation("inbox");
  const [receiver, setReceiver] = useState<Receiver | null>(null);
  const release = () => {
    actions.release.mutate();
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="gap-0 overflow-hidden p-0 sm:max-w-md">
        <DialogHeader className="p-4 pb-2">
          <DialogTitle>{t("handling.assignDialog.title")}</DialogTitle>
          <DialogDescription>{t("handling.assignDialog.description")}</DialogDescription>
        </DialogHeader>
        {receiver ? (
          <Reason receiver={receiver} actions={actions} onBack={() => setReceiver(null)} onClose={onClose} />
        ) : (
          <Receivers conversation={conversation} onChoose={setReceiver} onRelease={release} />
        )}
      </DialogContent>
    </Dialog>
  );
}

type ReceiversProps = { conversation: Conversation; onChoose: (receiver: Receiver) => void; onRelease: () => void };

function Receivers({ conversation, onChoose, onRelease }: ReceiversProps) {
  const { t } = useTranslation("inbox");
  const me = useMe().id;
  const { people } = usePeople();
  const departments = useQuery(departmentDirectoryQuery).data?.items ?? [];
  const others = people.filter(({ id }) => id !== conversation.assigned_to);
  const choose = ({ id, name }: Person) => onChoose({ kind: "person", id, name });
  return (
    <Command className="rounded-none border-t" label={t("handling.assignDialog.title")}>
      <CommandInput placeholder={t("handling.assignDialog.search")} />
      <CommandList className="max-h-80">
        <CommandEmpty>{t("handling.assignDialog.nobody")}</CommandEmpty>
        <CommandGroup heading={t("handling.assignDialog.people")}>
          {others.map((person) => (
            <CommandItem key={person.id} value={`${person.name} ${person.id}`} onSelect={() => choose(person)}>
              <PersonLine person={person} isMe={person.id === me} />
            </CommandItem>
          ))}
        </CommandGroup>
        <CommandGroup heading={t("handling.assignDialog.departments")}>
          {departments.map(({ id, name, waiting }) => (
            <CommandItem key={id} value={`${name} ${id}`} onSelect={() => onChoose({ kind: "department", id, name })}>
              <BuildingIcon aria-hidden />
              <span className="flex-1 truncate">{name}</span>
              <span className="text-xs text-muted-foreground">
                {t("handling.assignDialog.waiting", { count: waiting })}
              </span>
            </CommandItem>
          ))}
        </CommandGroup>
        {conversation.handler !== "bot" ? (
          <CommandGroup heading={t("handling.assignDialog.bot")}>
            <CommandItem value="bot robot robô" onSelect={onRelease}>
              <BotIcon aria-hidden /> {t("handling.release")}
            </CommandItem>
          </CommandGroup>
        ) : null}
      </CommandList>
    </Command>
  );
}

type ReasonProps = { receiver: Receiver; actions: ConversationActions; onBack: () => void; onClose: () => void };

function Reason({ receiver, actions, onBack, onClose }: ReasonProps) {
  const { t } = useTranslation("inbox");
  const [reason, setReason] = useState("");
  const pass = () => {
    const word = reason.trim() || null;
    if (receiver.kind === "department") actions.transfer.mutate({ department_id: receiver.id, reason: word });
    else if (word) actions.transfer.mutate({ user_id: receiver.id, reason: word });
    else actions.assign.mutate(receiver.id);
    onClose();
  };
  return (
    <form
      className="grid gap-3 border-t p-4"
      onSubmit={(event) => {
        event.preventDefault();
        pass();
      }}
    >
      <Label htmlFor="transfer-reason">{t("handling.assignDialog.reason", { name: receiver.name })}</Label>
      <Textarea
        id="transfer-reason"
        // The window moved on by one's own doing: what comes next is to write here.
        ref={(field) => field?.focus()}
        rows={3}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            pass();
          }
        }}
      />
      <div className="flex justify-end gap-2">
        <Button variant="outline" onClick={onBack}>
          {t("handling.assignDialog.back")}
        </Button>
        <Button type="submit">{t("handling.assignDialog.submit")}</Button>
      </div>
    </form>
  );
}
