import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import type { Schema } from "@/api/types";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { useDeleteFlow } from "../api/delete-flow";
import { useUnpublishFlow } from "../api/unpublish-flow";
import { messageOf } from "../utils/message-of";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; flow: Schema<"FlowRow"> };

/** Asks before a flow starts no more. */
export function UnpublishFlowDialog(props: Props) {
  return <Confirmation {...props} word="unpublish" action={useUnpublishFlow()} />;
}

/** Asks before a flow is deleted. */
export function DeleteFlowDialog(props: Props) {
  return <Confirmation {...props} word="delete" action={useDeleteFlow()} />;
}

type Action = ReturnType<typeof useDeleteFlow> | ReturnType<typeof useUnpublishFlow>;

function Confirmation({
  open,
  onOpenChange,
  flow,
  word,
  action,
}: Props & { word: "unpublish" | "delete"; action: Action }) {
  const { t } = useTranslation("chatbots");
  const confirm = () =>
    action.mutate(flow.id, {
      onSuccess: () => {
        toast.success(t(`flow.${word}_done`));
        onOpenChange(false);
      },
      onError: (error: unknown) => toast.error(messageOf(error), { duration: 10_000 }),
    });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`flow.${word}_title`, { name: flow.name })}
      description={t(`flow.${word}_text`)}
      confirmLabel={t(word === "delete" ? "delete" : "flow.unpublish")}
      destructive
      onConfirm={confirm}
      pending={action.isPending}
    />
  );
}
