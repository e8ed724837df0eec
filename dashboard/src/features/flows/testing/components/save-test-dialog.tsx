import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
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
import { errorText } from "@/lib/error-text";
import { useSetFlowTests } from "../api/set-flow-tests";
import { testOf } from "../utils/expectations";
import type { Script } from "../utils/script";
import type { Rehearsal } from "../utils/turns";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  flowId: string;
  script: Script;
  rehearsal: Rehearsal;
  onSaved: () => void;
};

/** Keeps the conversation as a test that expects what happened. */
export function SaveTestDialog({ open, onOpenChange, ...given }: Props) {
  const { t } = useTranslation("flow-panels");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("test.save.title")}</DialogTitle>
          <DialogDescription>{t("test.save.text")}</DialogDescription>
        </DialogHeader>
        <SaveForm {...given} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function SaveForm({
  flowId,
  script,
  rehearsal,
  onSaved,
  onDone,
}: Omit<Props, "open" | "onOpenChange"> & { onDone: () => void }) {
  const { t } = useTranslation("flow-panels");
  const [name, setName] = useState(script.name ?? "");
  const set = useSetFlowTests(flowId);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const test = testOf(script, rehearsal, name.trim());
    const done = () => {
      toast.success(t("test.save.done"));
      onDone();
      onSaved();
    };
    set.mutate((tests) => [...tests.filter((one) => one.name !== test.name), test], { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <div className="space-y-2">
        <Label htmlFor="test-name">{t("test.save.name")}</Label>
        <Input
          id="test-name"
          required
          maxLength={120}
          value={name}
          placeholder={t("test.save.example")}
          onChange={(event) => setName(event.target.value)}
        />
        <p className="text-xs text-muted-foreground">{t("test.save.same_name")}</p>
      </div>
      {set.isError && (
        <p role="alert" className="text-destructive">
          {errorText(set.error)}
        </p>
      )}
      <DialogFooter>
        <SubmitButton pending={set.isPending}>{t("test.save.submit")}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
