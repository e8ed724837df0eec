import { ArrowLeftIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Where the arrow leads, a path. */
  back?: string;
  className?: string;
};

/** The head of a screen: its one `h1`, what it is for, what can be done. */
export function PageHeader({ title, description, actions, back, className }: Props) {
  const { t } = useTranslation("common");
  return (
    <header className={cn("flex flex-wrap items-start justify-between gap-x-4 gap-y-3", className)}>
      <div className="flex min-w-0 items-start gap-2">
        {back && (
          <Button asChild variant="ghost" size="icon-sm" className="-ml-1.5">
            <Link to={back} aria-label={t("back")}>
              <ArrowLeftIcon aria-hidden />
            </Link>
          </Button>
        )}
        <div className="min-w-0">
          <h1 className="text-lg leading-8 font-semibold tracking-tight break-words">{title}</h1>
          {description && <div className="text-muted-foreground">{description}</div>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
