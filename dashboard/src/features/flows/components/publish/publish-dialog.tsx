import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { ApiError } from "@/lib/api-error";
import { usePublishFlow } from "../../api/publish-flow";
import { useEditor } from "../../stores/editor";
import { countFindings, useFindings } from "../../stores/findings";
import { saveDraft } from "../../stores/saver";
import { useView } from "../../stores/view";
import { Field } from "../properties/field";
import { PublishRefusal } from "./publish-refusal";

type Props = { view: Schema<"FlowView">; onClose: () => void };

/** Asks for what is new, tells what the check says, and lets the draft go live. */
export function PublishDialog({ view, onClose }: Props) {
  const { t } = useTranslation("flows");
  const [notes, setNotes] = useState("");
  const [isForced, setForced] = useState(false);
  const publish = usePublish(view.id, onClose);
  const isHindered = useFindings(({ all, isCurrent }) => isCurrent && countFindings(all).errors > 0);
  const testsFailed = publish.error instanceof ApiError && publish.error.code === "FLOW_TESTS_FAILED";
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("editor.publish.title", { number: view.published_number + 1 })}</DialogTitle>
          <DialogDescription>{t("editor.publish.hint")}</DialogDescription>
        </DialogHeader>
        <CheckSummary onLook={onClose} />
        <Field label={t("editor.publish.notes")} hint={t("editor.publish.notesHint")}>
          {(ids) => (
            <Textarea
              {...ids}
              rows={3}
              maxLength={4096}
              value={notes}
              onChange={(event) => setNotes(event.target.value)}
            />
          )}
        </Field>
        <PublishRefusal error={publish.error} />
        {testsFailed && (
          <div className="flex items-start gap-2">
            <Checkbox
              id="publish-force"
              checked={isForced}
              onCheckedChange={(checked) => setForced(checked === true)}
            />
            <Label htmlFor="publish-force" className="leading-snug font-normal">
              {t("editor.publish.force")}
            </Label>
          </div>
        )}
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {t("editor.cancel")}
          </Button>
          <Button
            variant={isForced ? "destructive" : "default"}
            disabled={publish.isPending || isHindered || (testsFailed && (!isForced || !notes.trim()))}
            onClick={() => publish.start({ notes, force: isForced })}
          >
            {publish.isPending
              ? t("editor.publish.working")
              : t(isForced ? "editor.publish.anyway" : "editor.publish.action")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function CheckSummary({ onLook }: { onLook: () => void }) {
  const { t } = useTranslation("flows");
  const all = useFindings((state) => state.all);
  const counts = countFindings(all);
  if (!all.length) return <p className="text-sm text-success">{t("editor.publish.clean")}</p>;
  const look = () => {
    useView.getState().openPanel("findings");
    onLook();
  };
  return (
    <div className="flex items-center justify-between gap-2 rounded-md border p-3 text-sm">
      <p className={counts.errors ? "text-destructive" : "text-warning"}>
        {counts.errors
          ? t("editor.publish.errors", { count: counts.errors })
          : t("editor.publish.warnings", { count: counts.warnings })}
      </p>
      <Button variant="link" size="sm" onClick={look}>
        {t("editor.publish.look")}
      </Button>
    </div>
  );
}

/** Saves what is not saved yet, and publishes just that. */
function usePublish(flowId: string, onDone: () => void) {
  const { t } = useTranslation("flows");
  const client = useQueryClient();
  const publish = usePublishFlow(flowId);
  const [isSaving, setSaving] = useState(false);
  const start = async (body: { notes: string; force: boolean }) => {
    setSaving(true);
    const isSaved = await saveDraft(client).finally(() => setSaving(false));
    if (!isSaved) {
      toast.error(t("editor.publish.notSaved"));
      return;
    }
    const { version } = useEditor.getState();
    publish.mutate(
      { ...body, version },
      {
        onSuccess: ({ number }) => {
          toast.success(t("editor.publish.done", { number }));
          onDone();
        },
      },
    );
  };
  return {
    error: publish.error,
    isPending: isSaving || publish.isPending,
    start: (body: { notes: string; force: boolean }) => void start(body),
  };
}
