import { CheckIcon, TagIcon, UserPlusIcon, XIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/me/get-me";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { toast } from "sonner";
import { tellError } from "@/lib/tell-error";
import { useChangeMany, type BulkChange, type BulkResult } from "../../api/change-many";
import { BulkAssign } from "./bulk-assign";
import { BulkReport } from "./bulk-report";
import { BulkTag } from "./bulk-tag";
import { IconAction } from "./icon-action";

/** As many as the API takes at once. */
const MOST = 200;

type Props = { ids: readonly string[]; onDone: () => void };

/** What is done with all that is ticked in the list; what could not be done is told, one by one. */
export function BulkBar({ ids, onDone }: Props) {
  const { t } = useTranslation("inbox");
  const mayManage = useMay("conversations:manage");
  const change = useChangeMany();
  const [result, setResult] = useState<BulkResult | null>(null);
  const [isAsking, setAsking] = useState(false);
  const tell = (became: BulkResult) => {
    setAsking(false);
    if (became.failed > 0) return setResult(became);
    toast.success(t("handling.bulk.done", { count: became.done }));
    onDone();
  };
  const run = (what: Omit<BulkChange, "conversation_ids">) =>
    change.mutate(
      { ...what, conversation_ids: ids.slice(0, MOST) },
      { onSuccess: tell, onError: (error) => tellError(error) },
    );
  const isOff = !mayManage || change.isPending;
  return (
    <div role="toolbar" aria-label={t("handling.bulk.title")} className="flex items-center gap-1 border-t bg-card p-2">
      <p aria-live="polite" className="mr-auto pl-1 text-xs font-medium">
        {t("handling.bulk.count", { count: ids.length })}
      </p>
      <Chooser label={t("handling.assign")} icon={UserPlusIcon} disabled={isOff}>
        {(close) => <BulkAssign onChoose={(userId) => (close(), run({ action: "assign", user_id: userId }))} />}
      </Chooser>
      <Chooser label={t("handling.tags")} icon={TagIcon} disabled={isOff}>
        {(close) => <BulkTag onChoose={(action, tagIds) => (close(), run({ action, tag_ids: tagIds }))} />}
      </Chooser>
      <IconAction icon={CheckIcon} label={t("handling.resolve")} disabled={isOff} onClick={() => setAsking(true)} />
      <IconAction icon={XIcon} label={t("handling.bulk.clear")} onClick={onDone} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("handling.bulk.resolveTitle", { count: ids.length })}
        description={t("handling.resolveDialog.description")}
        confirmLabel={t("handling.resolve")}
        pending={change.isPending}
        onConfirm={() => run({ action: "resolve" })}
      />
      {result ? (
        <BulkReport
          result={result}
          onClose={() => {
            setResult(null);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}

type ChooserProps = {
  label: string;
  icon: typeof TagIcon;
  disabled: boolean;
  children: (close: () => void) => React.ReactNode;
};

function Chooser({ label, icon: Icon, disabled, children }: ChooserProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={label} title={label} disabled={disabled}>
          <Icon aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-72 p-0" align="end">
        {children(() => setOpen(false))}
      </PopoverContent>
    </Popover>
  );
}
