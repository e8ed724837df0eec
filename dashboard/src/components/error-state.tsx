import { CircleAlertIcon, CloudOffIcon, LockIcon, SearchXIcon, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { ApiError } from "@/lib/api-error";
import { errorText } from "@/lib/error-text";
import { cn } from "@/lib/utils";

type Kind = "network" | "forbidden" | "missing" | "busy" | "server" | "unknown";

const ICONS: Record<Kind, LucideIcon> = {
  network: CloudOffIcon,
  forbidden: LockIcon,
  missing: SearchXIcon,
  busy: CircleAlertIcon,
  server: CircleAlertIcon,
  unknown: CircleAlertIcon,
};

function kindOf(error: unknown): Kind {
  if (!(error instanceof ApiError)) return "unknown";
  if (error.status === 0) return "network";
  if (error.status === 403) return "forbidden";
  if (error.status === 404) return "missing";
  if (error.status === 429) return "busy";
  return error.status >= 500 ? "server" : "unknown";
}

type Props = { error: unknown; onRetry?: () => void; className?: string };

/** Says what happened, what to do about it, and what to name when asking for help. */
export function ErrorState({ error, onRetry, className }: Props) {
  const { t } = useTranslation("common");
  const kind = kindOf(error);
  const Icon = ICONS[kind];
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <div
      role="alert"
      className={cn("flex flex-col items-center justify-center gap-3 px-6 py-12 text-center", className)}
    >
      <span className="flex size-11 items-center justify-center rounded-full bg-destructive/10 text-destructive">
        <Icon aria-hidden className="size-5" />
      </span>
      <div className="grid max-w-md gap-1">
        <p className="font-medium">{t(`error.${kind}.title`)}</p>
        <p className="text-muted-foreground">{errorText(error)}</p>
        {requestId && <p className="text-xs text-muted-foreground">{t("error.request", { id: requestId })}</p>}
      </div>
      {onRetry && (
        <Button variant="outline" size="sm" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
