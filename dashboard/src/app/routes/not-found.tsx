import { SearchXIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { usePageTitle } from "@/hooks/use-page-title";

/** An address that leads nowhere. */
export function Component() {
  const { t } = useTranslation("common");
  usePageTitle(t("notFound.title"));
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState
        icon={SearchXIcon}
        title={t("notFound.title")}
        description={t("notFound.description")}
        action={
          <Button asChild>
            <Link to="/">{t("toStart")}</Link>
          </Button>
        }
      />
    </main>
  );
}
