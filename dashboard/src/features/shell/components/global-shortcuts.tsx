import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMe } from "@/api/me/get-me";
import { openCommandPalette, useCommandPalette } from "@/hooks/use-commands";
import { useShortcut } from "@/hooks/use-shortcut";
import { openShortcuts, useShortcutsDialog } from "../stores/shortcuts-dialog";
import { placesOf, type Place } from "../utils/navigation";

const CommandPalette = lazy(async () => ({ default: (await import("./command-palette")).CommandPalette }));
const ShortcutsDialog = lazy(async () => ({ default: (await import("./shortcuts-dialog")).ShortcutsDialog }));

/** The keys that work everywhere, and the two windows that they open; each is fetched when it is first wanted. */
export function GlobalShortcuts() {
  const { t } = useTranslation("shell");
  const isPaletteOpen = useCommandPalette((state) => state.open);
  const isListOpen = useShortcutsDialog((state) => state.open);
  const group = t("shortcuts.general");
  useShortcut("mod+k", () => openCommandPalette(!isPaletteOpen), { inFields: true, label: t("palette.open"), group });
  useShortcut("?", () => openShortcuts(), { label: t("shortcuts.title"), group });
  return (
    <>
      {placesOf(useMe()).map((place) => (
        <GoTo key={place.id} place={place} />
      ))}
      <Suspense>
        {isPaletteOpen && <CommandPalette />}
        {isListOpen && <ShortcutsDialog />}
      </Suspense>
    </>
  );
}

function GoTo({ place }: { place: Place }) {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  useShortcut(place.shortcut, () => void navigate(place.path), {
    label: t(`nav.${place.id}`),
    group: t("shortcuts.navigation"),
  });
  return null;
}
