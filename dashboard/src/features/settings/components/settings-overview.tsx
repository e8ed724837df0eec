import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMe } from "@/api/me/get-me";
import { usePageTitle } from "@/hooks/use-page-title";
import { sectionsFor } from "../sections";

/** All that can be set, by group, each with what it is for; on phones this is the menu. */
export function SettingsOverview() {
  const { t } = useTranslation("settings");
  const { permissions } = useMe();
  usePageTitle(t("frame.title"));
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-5xl px-4 py-6 sm:px-6">
        <h1 className="text-xl font-semibold">{t("frame.title")}</h1>
        {sectionsFor(permissions).map(({ group, sections }) => (
          <section key={group} aria-labelledby={`group-${group}`} className="mt-6">
            <h2 id={`group-${group}`} className="pb-2 text-sm font-medium text-muted-foreground">
              {t(`groups.${group}`)}
            </h2>
            <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
              {sections.map(({ id, icon: Icon }) => (
                <li key={id}>
                  <Link
                    to={`/settings/${id}`}
                    className="flex h-full items-center gap-3 rounded-lg border bg-card p-3 outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring"
                  >
                    <Icon aria-hidden className="size-5 shrink-0 text-primary" />
                    <span className="min-w-0 flex-1">
                      <span className="block text-sm font-medium">{t(`sections.${id}.title`)}</span>
                      <span className="block text-xs text-muted-foreground">{t(`sections.${id}.description`)}</span>
                    </span>
                    <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
