import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
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
import { messageOf } from "../utils/message-of";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  initial: string;
  submitLabel: string;
  pending: boolean;
  error: unknown;
  onSubmit: (name: string) => void;
};

/** Asks for the name of a copy. */
export function NameDialog(props: Props) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogDescription>{props.description}</DialogDescription>
        </DialogHeader>
        <NameForm {...props} />
      </DialogContent>
    </Dialog>
  );
}

function NameForm({ initial, submitLabel, pending, error, onSubmit, onOpenChange }: Props) {
  const { t } = useTranslation("chatbots");
  const [name, setName] = useState(initial);
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onSubmit(name.trim());
      }}
    >
      <div className="space-y-2">
        <Label htmlFor="copy-name">{t("name")}</Label>
        <Input id="copy-name" value={name} maxLength={120} required onChange={(event) => setName(event.target.value)} />
        {error != null && (
          <p role="alert" className="text-destructive">
            {messageOf(error)}
          </p>
        )}
      </div>
      <DialogFooter>
        <Button type="button" variant="outline" onClick={() => onOpenChange(false)}>
          {t("cancel")}
        </Button>
        <SubmitButton pending={pending}>{submitLabel}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
