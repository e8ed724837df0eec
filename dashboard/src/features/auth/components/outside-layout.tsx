import { LanguagesIcon, SunMoonIcon } from "lucide-react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { ProductMark } from "@/components/product-mark";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Skeleton } from "@/components/ui/skeleton";
import { changeLanguage } from "@/lib/i18n";
import { LANGUAGES, currentLanguage } from "@/lib/language";
import { useTheme, type Theme } from "@/lib/theme";

const THEMES: readonly Theme[] = ["light", "dark", "system"];

/** What stands around the screens for people who are not logged in. */
export function OutsideLayout() {
  const { t } = useTranslation("common");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between gap-4 px-4 py-3 sm:px-6">
        <Link to="/login" className="flex min-h-8 items-center gap-2 rounded-md text-base font-semibold">
          <ProductMark />
          {t("product")}
        </Link>
        <div className="flex items-center gap-1">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className="flex flex-1 items-start justify-center px-4 pt-[6vh] pb-12">
        <Suspense fallback={<Skeleton className="h-96 w-full max-w-sm" />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation("common");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm">
          <LanguagesIcon aria-hidden />
          {t(`language.${currentLanguage()}`)}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuRadioGroup value={currentLanguage()}>
          {LANGUAGES.map((one) => (
            <DropdownMenuRadioItem key={one} value={one} lang={one} onSelect={() => void changeLanguage(one)}>
              {t(`language.${one}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation("common");
  const { theme, setTheme } = useTheme();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("theme.label")}>
          <SunMoonIcon aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuRadioGroup value={theme}>
          {THEMES.map((one) => (
            <DropdownMenuRadioItem key={one} value={one} onSelect={() => setTheme(one)}>
              {t(`theme.${one}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
