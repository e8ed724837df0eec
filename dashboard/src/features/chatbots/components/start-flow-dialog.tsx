import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { SubmitButton } from "@/components/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { useStartFlow } from "../api/start-flow";
import { messageOf } from "../utils/message-of";
import { fromRows } from "../utils/variable-rows";
import { ContactField, type ChosenContact } from "./contact-field";
import { NumberSelect } from "./number-select";
import { VariablesField, type VariableRow } from "./variables-field";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; flow: Schema<"FlowRow"> };

/** Starts a published flow with one contact. */
export function StartFlowDialog({ open, onOpenChange, flow }: Props) {
  const { t } = useTranslation("chatbots");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-h-[90dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t("start.title", { name: flow.name })}</DialogTitle>
          <DialogDescription>{t("start.text")}</DialogDescription>
        </DialogHeader>
        <StartForm flow={flow} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function StartForm({ flow, onDone }: { flow: Schema<"FlowRow">; onDone: () => void }) {
  const { t } = useTranslation("chatbots");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [contact, setContact] = useState<ChosenContact | null>(null);
  const [number, setNumber] = useState<string | null>(null);
  const [rows, setRows] = useState<VariableRow[]>([]);
  const [replaces, setReplaces] = useState(false);
  const start = useStartFlow(flow.id, key);
  const navigate = useNavigate();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!contact) return;
    const who = "id" in contact ? { contact_id: contact.id } : { phone: contact.phone };
    const variables = fromRows(rows) as Schema<"StartFlowRequest">["variables"];
    start.mutate(
      { ...who, ...(number ? { whatsapp_config_id: number } : {}), variables, replaces },
      {
        onSuccess: ({ session_id }) => {
          const action = {
            label: t("start.look"),
            onClick: () => void navigate(`/flows/${flow.id}/sessions/${session_id}`),
          };
          toast.success(t("start.done"), { action });
          onDone();
        },
        onError: () => setKey(crypto.randomUUID()),
      },
    );
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <ContactField value={contact} onChange={setContact} />
      <NumberSelect value={number} onChange={setNumber} />
      <VariablesField rows={rows} onChange={setRows} label={t("start.variables")} />
      <div className="flex items-start gap-2">
        <Checkbox id="start-replaces" checked={replaces} onCheckedChange={(checked) => setReplaces(checked === true)} />
        <Label htmlFor="start-replaces" className="font-normal">
          {t("start.replaces")}
        </Label>
      </div>
      {start.isError && (
        <p role="alert" className="text-destructive">
          {messageOf(start.error)}
        </p>
      )}
      <DialogFooter>
        <SubmitButton pending={start.isPending} disabled={!contact}>
          {t("start.submit")}
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
