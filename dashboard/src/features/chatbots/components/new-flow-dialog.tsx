import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
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
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { useCreateFlow } from "../api/create-flow";
import { messageOf } from "../utils/message-of";
import { newDocument, type NewTrigger } from "../utils/new-document";

const TRIGGERS: NewTrigger[] = ["keyword", "message_received", "manual"];
type Props = { open: boolean; onOpenChange: (open: boolean) => void; chatbotId: string };

/** Begins a flow and opens it in the editor. */
export function NewFlowDialog({ open, onOpenChange, chatbotId }: Props) {
  const { t } = useTranslation("chatbots");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("flow.new")}</DialogTitle>
          <DialogDescription>{t("flow.new_text")}</DialogDescription>
        </DialogHeader>
        <NewFlowForm chatbotId={chatbotId} />
      </DialogContent>
    </Dialog>
  );
}

function NewFlowForm({ chatbotId }: { chatbotId: string }) {
  const { t } = useTranslation("chatbots");
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [trigger, setTrigger] = useState<NewTrigger>("keyword");
  const [keywords, setKeywords] = useState("");
  const create = useCreateFlow(key);
  const navigate = useNavigate();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const document = newDocument({ name: name.trim(), trigger, keywords, greeting: t("flow.greeting") });
    create.mutate({ chatbotId, document, priority: 0 }, { onSuccess: (flow) => void navigate(`/flows/${flow.id}`) });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <div className="space-y-2">
        <Label htmlFor="flow-name">{t("name")}</Label>
        <Input id="flow-name" required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <fieldset className="space-y-2">
        <legend className="mb-2 text-sm font-medium">{t("flow.starts")}</legend>
        <RadioGroup
          value={trigger}
          onValueChange={(value) => setTrigger(TRIGGERS.find((one) => one === value) ?? "manual")}
        >
          {TRIGGERS.map((one) => (
            <div key={one} className="flex min-h-6 items-center gap-2">
              <RadioGroupItem value={one} id={`trigger-${one}`} />
              <Label htmlFor={`trigger-${one}`} className="font-normal">
                {t(`flow.starts_by.${one}`)}
              </Label>
            </div>
          ))}
        </RadioGroup>
      </fieldset>
      {trigger === "keyword" && (
        <div className="space-y-2">
          <Label htmlFor="flow-keywords">{t("flow.keywords")}</Label>
          <Input
            id="flow-keywords"
            required
            value={keywords}
            placeholder={t("flow.keywords_example")}
            onChange={(event) => setKeywords(event.target.value)}
          />
        </div>
      )}
      {create.isError && (
        <p role="alert" className="text-destructive">
          {messageOf(create.error)}
        </p>
      )}
      <DialogFooter>
        <SubmitButton pending={create.isPending}>{t("flow.create")}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
