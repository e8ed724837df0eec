import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { useTexts } from "./use-texts";

type Remove = {
  isPending: boolean;
  mutate: (
    id: string,
    then: { onSuccess: () => void; onError: (error: unknown) => void; onSettled: () => void },
  ) => void;
};

type Props = {
  id: string;
  name: string;
  /** What is lost with it. */
  hint: string;
  remove: Remove;
  onDone?: () => void;
};

/** Removes a thing, once it was asked whether that is meant. */
export function DeleteButton({ id, name, hint, remove, onDone }: Props) {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const ask = (open: boolean) => {
    setAsking(open);
    if (!open) setTimeout(() => button.current?.focus());
  };
  const go = () => remove.mutate(id, { onSuccess: () => onDone?.(), onError: tellError, onSettled: () => ask(false) });
  return (
    <>
      <Button
        ref={button}
        variant="ghost"
        size="icon-sm"
        aria-label={t("kit.delete", { name })}
        onClick={() => ask(true)}
      >
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t("kit.delete-ask", { name })}
        description={hint}
        confirmLabel={t("common:delete")}
        destructive
        pending={remove.isPending}
        onConfirm={go}
      />
    </>
  );
}
