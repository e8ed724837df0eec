import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useMay } from "@/api/me/get-me";
import { cn } from "@/lib/utils";

const SCREENS = [
  { to: "/contacts", key: "contacts", needs: "contacts:read" },
  { to: "/segments", key: "segments", needs: "contacts:read" },
  { to: "/imports", key: "imports", needs: "contacts:import" },
  { to: "/duplicates", key: "duplicates", needs: "contacts:read" },
] as const;

/** Leads between the screens about contacts. */
export function ContactsNav() {
  const { t } = useTranslation("common");
  const mayImport = useMay("contacts:import");
  const shown = SCREENS.filter((one) => one.needs !== "contacts:import" || mayImport);
  return (
    <nav aria-label={t("contactsNav.label")} className="-mb-px flex gap-1 overflow-x-auto">
      {shown.map(({ to, key }) => (
        <NavLink
          key={to}
          to={to}
          className={({ isActive }) =>
            cn(
              "rounded-t-sm border-b-2 px-3 py-2 text-sm whitespace-nowrap outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60 focus-visible:ring-inset",
              isActive
                ? "border-primary font-medium text-foreground"
                : "border-transparent text-muted-foreground hover:text-foreground",
            )
          }
        >
          {t(`contactsNav.${key}`)}
        </NavLink>
      ))}
    </nav>
  );
}
