import { PanelLeftCloseIcon, PanelLeftOpenIcon, SearchIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me/get-me";
import { ProductMark } from "@/components/product-mark";
import { ShortcutKeys } from "@/components/shortcut-keys";
import { Button } from "@/components/ui/button";
import { openCommandPalette } from "@/hooks/use-commands";
import { cn } from "@/lib/utils";
import { useSidebar } from "../stores/sidebar";
import { isOperator, placesOf } from "../utils/navigation";
import { NavLink } from "./nav-link";
import { UserMenu } from "./user-menu";

/** The navigation at the left: wide with names, or narrow with icons. */
export function Sidebar({ className }: { className?: string }) {
  const { t } = useTranslation("shell");
  const { isNarrow, toggle } = useSidebar();
  const me = useMe();
  const Toggle = isNarrow ? PanelLeftOpenIcon : PanelLeftCloseIcon;
  return (
    <aside
      aria-label={t("nav.sidebar")}
      className={cn(
        "shrink-0 flex-col gap-2 border-r bg-sidebar p-2 text-sidebar-foreground transition-[width]",
        isNarrow ? "w-14" : "w-56",
        className,
      )}
    >
      <div className={cn("flex items-center gap-2 px-1 py-1", isNarrow && "flex-col px-0")}>
        <ProductMark />
        <div className={cn("min-w-0 flex-1", isNarrow && "sr-only")}>
          <p className="truncate leading-tight font-semibold">{me.tenant_name}</p>
          <p className="text-xs leading-tight text-muted-foreground">{t("product", { ns: "common" })}</p>
        </div>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={isNarrow ? t("nav.widen") : t("nav.narrow")}
          aria-expanded={!isNarrow}
          onClick={toggle}
        >
          <Toggle aria-hidden />
        </Button>
      </div>
      <SearchButton isNarrow={isNarrow} />
      <nav aria-label={t("nav.main")} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {placesOf(me).map((place) => (
          <NavLink key={place.id} place={place} isNarrow={isNarrow} />
        ))}
      </nav>
      <UserMenu isNarrow={isNarrow} showsPresence={!isOperator(me)} />
    </aside>
  );
}

function SearchButton({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation("shell");
  return (
    <Button
      variant="outline"
      size="sm"
      aria-label={t("palette.open")}
      className={cn("justify-start font-normal text-muted-foreground", isNarrow && "justify-center px-0!")}
      onClick={() => openCommandPalette()}
    >
      <SearchIcon aria-hidden />
      {!isNarrow && (
        <>
          {t("palette.short")}
          <ShortcutKeys keys="mod+k" className="ml-auto" />
        </>
      )}
    </Button>
  );
}
