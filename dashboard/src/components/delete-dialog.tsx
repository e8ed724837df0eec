import { useNavigate } from "react-router";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { tellError } from "@/lib/tell-error";

type Answers = { onSuccess: () => void; onError: (error: unknown) => void };
type Props = {
  id: string;
  title: string;
  description: string;
  confirmLabel: string;
  /** What is said once it is gone. */
  done: string;
  /** The list that is shown then. */
  to: string;
  deleting: { mutate: (id: string, answers: Answers) => void; isPending: boolean };
  onClose: () => void;
};

/** Asks before a thing is deleted on its own page, and leaves the page with it. */
export function DeleteDialog({ id, title, description, confirmLabel, done, to, deleting, onClose }: Props) {
  const navigate = useNavigate();
  const remove = () =>
    deleting.mutate(id, {
      onSuccess: () => {
        toast.success(done);
        onClose();
        void navigate(to, { replace: true });
      },
      onError: (error) => {
        tellError(error);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      confirmLabel={confirmLabel}
      destructive
      pending={deleting.isPending}
      onConfirm={remove}
    />
  );
}
