import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useMe } from "@/api/me/get-me";
import { cn } from "@/lib/utils";
import { sectionsFor } from "../sections";

/** The menu of the settings, beside an open section; on phones the overview stands for it. */
export function SettingsNav() {
  const { t } = useTranslation("settings");
  const { permissions } = useMe();
  return (
    <nav aria-label={t("frame.menu")} className="hidden w-56 shrink-0 overflow-y-auto border-r px-3 py-4 lg:block">
      {sectionsFor(permissions).map(({ group, sections }) => (
        <div key={group} className="mb-4">
          <p className="px-2 pb-1 text-xs font-medium text-muted-foreground">{t(`groups.${group}`)}</p>
          <ul>
            {sections.map(({ id, icon: Icon }) => (
              <li key={id}>
                <NavLink
                  to={`/settings/${id}`}
                  className={({ isActive }) =>
                    cn(
                      "flex items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring",
                      isActive && "bg-accent font-medium text-accent-foreground",
                    )
                  }
                >
                  <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                  <span className="truncate">{t(`sections.${id}.title`)}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
