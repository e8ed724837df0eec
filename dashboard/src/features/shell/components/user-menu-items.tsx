import { KeyboardIcon, LanguagesIcon, LogOutIcon, SunMoonIcon, UserRoundIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { toast } from "sonner";
import { useMe } from "@/api/me/get-me";
import { logOut } from "@/api/me/log-out";
import { useSetStatus, type Presence } from "@/api/users/own-status";
import {
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from "@/components/ui/dropdown-menu";
import { errorText } from "@/lib/error-text";
import { LANGUAGES, currentLanguage, type Language } from "@/lib/language";
import { useTheme } from "@/lib/theme";
import { useOwnStatus } from "../hooks/use-own-status";
import { useChooseLanguage } from "../hooks/use-preferences";
import { openShortcuts } from "../stores/shortcuts-dialog";
import { PRESENCES, THEMES } from "../utils/choices";

/** The lines of the user's menu. */
export function UserMenuItems({ showsPresence }: { showsPresence: boolean }) {
  const { t } = useTranslation("shell");
  const me = useMe();
  return (
    <>
      <DropdownMenuLabel className="truncate font-normal">{me.email}</DropdownMenuLabel>
      {showsPresence && (
        <>
          <DropdownMenuSeparator />
          <PresenceChoice />
        </>
      )}
      <DropdownMenuSeparator />
      <DropdownMenuItem asChild>
        <Link to="/account">
          <UserRoundIcon aria-hidden />
          {t("user.account")}
        </Link>
      </DropdownMenuItem>
      <ThemeChoice />
      <LanguageChoice />
      <DropdownMenuItem className="max-sm:hidden" onSelect={() => openShortcuts()}>
        <KeyboardIcon aria-hidden />
        {t("shortcuts.title")}
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => void logOut()}>
        <LogOutIcon aria-hidden />
        {t("user.logOut")}
      </DropdownMenuItem>
    </>
  );
}

function PresenceChoice() {
  const { t } = useTranslation("common");
  const status = useOwnStatus();
  const { mutate } = useSetStatus();
  const choose = (next: Presence) => mutate(next, { onError: (error) => toast.error(errorText(error)) });
  return (
    <DropdownMenuRadioGroup value={status ?? ""} aria-label={t("presence.label")}>
      {PRESENCES.map((presence) => (
        <DropdownMenuRadioItem key={presence} value={presence} onSelect={() => choose(presence)}>
          {t(`presence.${presence}`)}
        </DropdownMenuRadioItem>
      ))}
    </DropdownMenuRadioGroup>
  );
}

function ThemeChoice() {
  const { t } = useTranslation("common");
  const { theme, setTheme } = useTheme();
  return (
    <DropdownMenuSub>
      <DropdownMenuSubTrigger>
        <SunMoonIcon aria-hidden />
        {t("theme.label")}
      </DropdownMenuSubTrigger>
      <DropdownMenuSubContent>
        <DropdownMenuRadioGroup value={theme}>
          {THEMES.map((one) => (
            <DropdownMenuRadioItem key={one} value={one} onSelect={() => setTheme(one)}>
              {t(`theme.${one}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuSubContent>
    </DropdownMenuSub>
  );
}

function LanguageChoice() {
  const { t } = useTranslation("common");
  const choose = useChooseLanguage();
  return (
    <DropdownMenuSub>
      <DropdownMenuSubTrigger>
        <LanguagesIcon aria-hidden />
        {t("language.label")}
      </DropdownMenuSubTrigger>
      <DropdownMenuSubContent>
        <DropdownMenuRadioGroup value={currentLanguage()}>
          {LANGUAGES.map((one: Language) => (
            <DropdownMenuRadioItem key={one} value={one} lang={one} onSelect={() => choose(one)}>
              {t(`language.${one}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuSubContent>
    </DropdownMenuSub>
  );
}
