import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { SubmitButton } from "@/components/submit-button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useMoveFlow } from "../api/move-flow";
import { messageOf } from "../utils/message-of";
import { ChatbotSelect } from "./chatbot-select";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; flow: Schema<"FlowRow"> };

/** Says which chatbot a flow belongs to and how early it is asked whether it wants a message. */
export function MoveFlowDialog({ open, onOpenChange, flow }: Props) {
  const { t } = useTranslation("chatbots");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("move.title", { name: flow.name })}</DialogTitle>
          <DialogDescription>{t("move.text")}</DialogDescription>
        </DialogHeader>
        <MoveForm flow={flow} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function MoveForm({ flow, onDone }: { flow: Schema<"FlowRow">; onDone: () => void }) {
  const { t } = useTranslation("chatbots");
  const [chatbotId, setChatbotId] = useState(flow.chatbot_id);
  const [priority, setPriority] = useState(String(flow.priority));
  const move = useMoveFlow();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const done = () => {
      toast.success(t("move.done"));
      onDone();
    };
    move.mutate({ flow, chatbotId, priority: Number(priority) || 0 }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <div className="space-y-2">
        <Label htmlFor="move-chatbot">{t("move.chatbot")}</Label>
        <ChatbotSelect id="move-chatbot" value={chatbotId} onChange={setChatbotId} />
      </div>
      <div className="space-y-2">
        <Label htmlFor="move-priority">{t("move.priority")}</Label>
        <Input
          id="move-priority"
          type="number"
          step={1}
          value={priority}
          aria-describedby="move-priority-hint"
          onChange={(event) => setPriority(event.target.value)}
        />
        <p id="move-priority-hint" className="text-xs text-muted-foreground">
          {t("move.priority_hint")}
        </p>
      </div>
      {move.isError && (
        <p role="alert" className="text-destructive">
          {messageOf(move.error)}
        </p>
      )}
      <DialogFooter>
        <SubmitButton pending={move.isPending}>{t("form.save")}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
