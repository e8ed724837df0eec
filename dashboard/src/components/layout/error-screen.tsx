import { isRouteErrorResponse, useRouteError } from "react-router";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/error-state";

/** Browsers say it each in their own words when a file of an older version is no longer there. */
const GONE = /dynamically imported module|module script failed|error loading dynamically|preload CSS/i;

const isOutdated = (error: unknown): boolean => error instanceof Error && GONE.test(error.message);

/** What stands in the place of a screen that failed: what happened, and a way on. */
export function ErrorScreen() {
  const { t } = useTranslation("common");
  const error = useRouteError();
  const reload = () => window.location.reload();
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-6">
      {isOutdated(error) ? (
        <div role="alert" className="grid max-w-md gap-1 text-center">
          <h1 className="text-base font-semibold">{t("error.outdated.title")}</h1>
          <p className="text-muted-foreground">{t("error.outdated.description")}</p>
        </div>
      ) : (
        <ErrorState error={isRouteErrorResponse(error) ? new Error(error.statusText) : error} className="py-0" />
      )}
      <div className="flex gap-2">
        <Button onClick={reload}>{t("reload")}</Button>
        <Button variant="outline" asChild>
          <a href="/">{t("toStart")}</a>
        </Button>
      </div>
    </main>
  );
}
