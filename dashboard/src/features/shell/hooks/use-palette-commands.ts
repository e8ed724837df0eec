import { CircleDotIcon, KeyboardIcon, LanguagesIcon, LogOutIcon, SunMoonIcon, UserRoundIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMe } from "@/api/me/get-me";
import { logOut } from "@/api/me/log-out";
import { useSetStatus } from "@/api/users/own-status";
import { useCommandPalette, type Command } from "@/hooks/use-commands";
import { LANGUAGES, currentLanguage } from "@/lib/language";
import { useTheme } from "@/lib/theme";
import { PRESENCES, THEMES } from "../utils/choices";
import { isOperator, placesOf } from "../utils/navigation";
import { openShortcuts } from "../stores/shortcuts-dialog";
import { useChooseLanguage } from "./use-preferences";

/** All that the palette offers, by heading: the screen's own first, then where to go, then what holds everywhere. */
export function usePaletteCommands(): { heading: string; commands: readonly Command[] }[] {
  const { t } = useTranslation("shell");
  const screens = useCommandPalette((state) => state.byScreen);
  const offered = [...screens.values()].flat();
  const headings = [...new Set(offered.map(({ group }) => group ?? t("palette.screen")))];
  return [
    ...headings.map((heading) => ({
      heading,
      commands: offered.filter(({ group }) => (group ?? t("palette.screen")) === heading),
    })),
    { heading: t("palette.goTo"), commands: usePlaces() },
    { heading: t("palette.preferences"), commands: [...useStatuses(), ...useLooks()] },
    { heading: t("palette.other"), commands: useOther() },
  ].filter(({ commands }) => commands.length > 0);
}

function usePlaces(): Command[] {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const places = placesOf(useMe()).map((place) => ({
    id: `go:${place.id}`,
    label: t(`nav.${place.id}`),
    icon: place.icon,
    shortcut: place.shortcut,
    run: () => void navigate(place.path),
  }));
  const account = {
    id: "go:account",
    label: t("user.account"),
    icon: UserRoundIcon,
    run: () => void navigate("/account"),
  };
  return [...places, account];
}

function useStatuses(): Command[] {
  const { t } = useTranslation("shell");
  const { mutate } = useSetStatus();
  const me = useMe();
  if (isOperator(me)) return [];
  return PRESENCES.map((presence) => ({
    id: `status:${presence}`,
    label: t("palette.status", { status: t(`presence.${presence}`, { ns: "common" }) }),
    icon: CircleDotIcon,
    run: () => mutate(presence),
  }));
}

function useLooks(): Command[] {
  const { t } = useTranslation("shell");
  const setTheme = useTheme((state) => state.setTheme);
  const choose = useChooseLanguage();
  const themes = THEMES.map((theme) => ({
    id: `theme:${theme}`,
    label: t("palette.theme", { theme: t(`theme.${theme}`, { ns: "common" }) }),
    icon: SunMoonIcon,
    run: () => setTheme(theme),
  }));
  const languages = LANGUAGES.filter((language) => language !== currentLanguage()).map((language) => ({
    id: `language:${language}`,
    label: t("palette.language", { language: t(`language.${language}`, { ns: "common" }) }),
    icon: LanguagesIcon,
    run: () => choose(language),
  }));
  return [...themes, ...languages];
}

function useOther(): Command[] {
  const { t } = useTranslation("shell");
  return [
    { id: "shortcuts", label: t("shortcuts.title"), icon: KeyboardIcon, shortcut: "?", run: () => openShortcuts() },
    { id: "log-out", label: t("user.logOut"), icon: LogOutIcon, run: () => void logOut() },
  ];
}
