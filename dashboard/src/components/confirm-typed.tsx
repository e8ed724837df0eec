import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  /** What has to be typed: the name of what is lost. */
  text: string;
  confirmLabel: string;
  pending: boolean;
  onConfirm: () => void;
};

/** Asks before something that cannot be undone, and takes a yes only with the thing's name. */
export function ConfirmTyped({ text, pending, onConfirm, ...dialog }: Props) {
  const { t } = useTranslation("common");
  const id = useId();
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const go = () => (typed.trim() === text.trim() ? onConfirm() : setIsWrong(true));
  return (
    <ConfirmDialog {...dialog} destructive pending={pending} onConfirm={go}>
      <div className="grid gap-1.5">
        <Label htmlFor={id}>{t("entities.type", { text })}</Label>
        <Input
          id={id}
          value={typed}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsWrong(false);
          }}
        />
        {isWrong && (
          <p id={`${id}-wrong`} role="alert" className="text-[0.8125rem] text-destructive">
            {t("entities.type-wrong")}
          </p>
        )}
      </div>
    </ConfirmDialog>
  );
}
