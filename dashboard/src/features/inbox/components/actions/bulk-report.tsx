import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import type { BulkResult } from "../../api/change-many";
import { knownBefore } from "../../utils/patch-conversation";

const CODES = [
  "CONVERSATION_RESOLVED",
  "CONVERSATION_NOT_FOUND",
  "CONVERSATION_TAKEN",
  "ASSIGNEE_UNFIT",
  "VERSION_CONFLICT",
  "CONVERSATION_OPEN",
] as const;

/** What became of a change of many conversations: how many are done, and which are not and why. */
export function BulkReport({ result, onClose }: { result: BulkResult; onClose: () => void }) {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const failed = result.outcomes.filter((outcome) => !outcome.done);
  const nameOf = (id: string) => knownBefore(client, id, { contact_name: null }).contact_name ?? t("handling.unnamed");
  const reasonOf = (code: string | null | undefined) => {
    const known = CODES.find((one) => one === code);
    return known ? t(`handling.bulk.reasons.${known}`) : t("handling.bulk.reasons.other", { code: code ?? "?" });
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent className="sm:max-w-md">
        <DialogHeader>
          <DialogTitle>{t("handling.bulk.done", { count: result.done })}</DialogTitle>
          <DialogDescription>{t("handling.bulk.failed", { count: failed.length })}</DialogDescription>
        </DialogHeader>
        <ul className="grid max-h-64 gap-1 overflow-y-auto">
          {failed.map(({ conversation_id: id, error }) => (
            <li key={id} className="rounded-md border px-3 py-2">
              <p className="font-medium">{nameOf(id)}</p>
              <p className="text-xs text-muted-foreground">{reasonOf(error)}</p>
            </li>
          ))}
        </ul>
        <DialogFooter>
          <Button onClick={onClose}>{t("handling.close")}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
