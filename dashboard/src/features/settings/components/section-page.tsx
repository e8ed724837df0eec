import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { usePageTitle } from "@/hooks/use-page-title";
import { cn } from "@/lib/utils";

type Props = {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Where the way back leads, and its name; a section's own page leads back to the overview, on phones only. */
  back?: { to: string; label: string };
  children: ReactNode;
};

/** How a page within the settings stands: its title, what can be done, and its content below. */
export function SectionPage({ title, description, actions, back, children }: Props) {
  const { t } = useTranslation("settings");
  usePageTitle(title);
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-5 sm:px-6">
      <Link
        to={back?.to ?? "/settings"}
        className={cn(
          "mb-3 inline-flex min-h-6 items-center gap-1 rounded-sm text-sm text-muted-foreground outline-none hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring",
          !back && "lg:hidden",
        )}
      >
        <ArrowLeft aria-hidden className="size-4" />
        {back?.label ?? t("frame.title")}
      </Link>
      <header className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold break-words">{title}</h1>
          {description && <p className="mt-1 max-w-2xl text-sm text-muted-foreground">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
