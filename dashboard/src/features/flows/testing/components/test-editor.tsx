import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
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
import { errorText } from "@/lib/error-text";
import { useSetFlowTests } from "../api/set-flow-tests";
import { tidy } from "../utils/expectations";
import { type Outcome, replaced } from "../utils/results";
import { isAction, type Script, type Step, stepsOf } from "../utils/script";
import { ExpectationFields } from "./expectation-fields";
import { useStepText } from "./use-step-text";

type Props = { flowId: string; outcome: Outcome; onClose: () => void };

/** Changes a saved test: its name, its steps, and what is expected after each. */
export function TestEditor({ flowId, outcome, onClose }: Props) {
  const { t } = useTranslation("flow-panels");
  const [test, setTest] = useState<Script>({ ...outcome.test, name: outcome.name });
  const set = useSetFlowTests(flowId);
  const steps = stepsOf(test);
  const putSteps = (next: Step[]) => setTest({ ...test, steps: next });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const tidied = steps.map((step) => (step.expect && !isAction(step) ? { expect: tidy(step.expect) } : step));
    const done = () => {
      toast.success(t("tests.saved"));
      onClose();
    };
    set.mutate((tests) => replaced(tests, outcome.name, { ...test, steps: tidied }), { onSuccess: done });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[92dvh] overflow-y-auto sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t("tests.edit_title")}</DialogTitle>
          <DialogDescription>{t("tests.edit_text")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="space-y-4">
          <div className="space-y-1.5">
            <Label htmlFor="edited-test-name">{t("test.save.name")}</Label>
            <Input
              id="edited-test-name"
              required
              maxLength={120}
              value={test.name ?? ""}
              onChange={(event) => setTest({ ...test, name: event.target.value })}
            />
          </div>
          <ol className="space-y-2">
            {steps.map((step, at) => (
              <StepItem
                key={at}
                number={at + 1}
                step={step}
                onChange={(changed) => putSteps(steps.map((one, number) => (number === at ? changed : one)))}
                onRemove={() => putSteps(steps.filter((_, number) => number !== at))}
                onExpect={() => putSteps([...steps.slice(0, at + 1), { expect: { text: "" } }, ...steps.slice(at + 1)])}
              />
            ))}
          </ol>
          {set.isError && (
            <p role="alert" className="text-destructive">
              {errorText(set.error)}
            </p>
          )}
          <DialogFooter>
            <SubmitButton pending={set.isPending}>{t("tests.save")}</SubmitButton>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

type ItemProps = {
  number: number;
  step: Step;
  onChange: (step: Step) => void;
  onRemove: () => void;
  onExpect: () => void;
};

function StepItem({ number, step, onChange, onRemove, onExpect }: ItemProps) {
  const { t } = useTranslation("flow-panels");
  const textOf = useStepText();
  const isExpectation = !isAction(step) && step.expect;
  return (
    <li className={isExpectation ? "ml-4 rounded-md border bg-muted/40 p-2.5" : "rounded-md border p-2.5"}>
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 truncate font-medium">{isExpectation ? t("step.expect") : textOf(step)}</span>
        {!isExpectation && (
          <Button type="button" variant="ghost" size="sm" onClick={onExpect}>
            <Plus aria-hidden /> {t("tests.expect")}
          </Button>
        )}
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={t("tests.remove_step", { number })}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      {isExpectation && <ExpectationFields value={isExpectation} onChange={(expect) => onChange({ expect })} />}
    </li>
  );
}
