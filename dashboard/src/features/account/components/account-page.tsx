import {
  BellIcon,
  MonitorSmartphoneIcon,
  PaletteIcon,
  ShieldCheckIcon,
  UserRoundIcon,
  type LucideIcon,
} from "lucide-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams } from "react-router";
import { PageHeader } from "@/components/page-header";
import { usePageTitle } from "@/hooks/use-page-title";
import { cn } from "@/lib/utils";
import { AppearanceSection } from "./appearance-section";
import { NotificationsSection } from "./notifications-section";
import { ProfileSection } from "./profile-section";
import { SecuritySection } from "./security-section";
import { SessionsSection } from "./sessions-section";

type Section = { id: string; icon: LucideIcon; Body: ComponentType };

const SECTIONS: readonly Section[] = [
  { id: "profile", icon: UserRoundIcon, Body: ProfileSection },
  { id: "security", icon: ShieldCheckIcon, Body: SecuritySection },
  { id: "sessions", icon: MonitorSmartphoneIcon, Body: SessionsSection },
  { id: "notifications", icon: BellIcon, Body: NotificationsSection },
  { id: "appearance", icon: PaletteIcon, Body: AppearanceSection },
];

/** One's own account, a section at a time. */
export function AccountPage() {
  const { t } = useTranslation("account");
  const { section: id = "profile" } = useParams();
  const section = SECTIONS.find((one) => one.id === id);
  usePageTitle(t("title"));
  if (!section) return <Navigate to="/account" replace />;
  return (
    <div className="mx-auto grid max-w-4xl gap-6 p-4 sm:p-6">
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid items-start gap-6 md:grid-cols-[12rem_1fr]">
        <nav aria-label={t("title")} className="flex gap-1 overflow-x-auto md:flex-col">
          {SECTIONS.map(({ id: to, icon: Icon }) => (
            <Link
              key={to}
              to={to === "profile" ? "/account" : `/account/${to}`}
              aria-current={to === section.id ? "page" : undefined}
              className={cn(
                "flex h-9 shrink-0 items-center gap-2.5 rounded-md px-2.5 font-medium whitespace-nowrap outline-none hover:bg-accent focus-visible:ring-[3px] focus-visible:ring-ring/60 focus-visible:ring-inset",
                to === section.id ? "bg-accent text-accent-foreground" : "text-muted-foreground",
              )}
            >
              <Icon aria-hidden className="size-4" />
              {t(`sections.${to}`)}
            </Link>
          ))}
        </nav>
        <div className="grid min-w-0 gap-4">
          <section.Body />
        </div>
      </div>
    </div>
  );
}
