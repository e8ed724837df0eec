import { AlertTriangleIcon, RotateCwIcon, Trash2Icon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { failureOf } from "./failure";

type Props = {
  code: string | null | undefined;
  /** The provider's own words, or the API's. */
  detail?: string | null;
  onRetry?: () => void;
  onDelete?: () => void;
};

const ACTION =
  "inline-flex min-h-6 items-center gap-1 rounded font-medium underline underline-offset-2 outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60";

/** Why a message was not sent, in words, and what can be done about it. */
export function FailureNote({ code, detail, onRetry, onDelete }: Props) {
  const { t } = useTranslation("message");
  const key = failureOf(code);
  return (
    <div
      role="note"
      className="mt-1 max-w-80 rounded-md border border-destructive/40 bg-card px-2.5 py-1.5 text-xs text-card-foreground"
    >
      <p className="flex gap-1.5 text-destructive">
        <AlertTriangleIcon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span className="font-medium">{key === "other" && detail ? detail : t(`failure.${key}.what`)}</span>
      </p>
      <p className="mt-0.5">{t(`failure.${key}.do`)}</p>
      {key !== "other" && detail && (
        <p className="mt-0.5 text-muted-foreground">{t("failure.detail", { code, detail })}</p>
      )}
      {(onRetry || onDelete) && (
        <p className="mt-1 flex gap-3">
          {onRetry && (
            <button type="button" className={ACTION} onClick={onRetry}>
              <RotateCwIcon aria-hidden className="size-3" /> {t("failure.retry")}
            </button>
          )}
          {onDelete && (
            <button type="button" className={ACTION} onClick={onDelete}>
              <Trash2Icon aria-hidden className="size-3" /> {t("failure.delete")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
