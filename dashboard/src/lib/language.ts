/** The languages that people see. */
export const LANGUAGES = ["pt-BR", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = "pytake.language";

/** Takes the nearest of ours: anything Portuguese is pt-BR, everything else is English. */
export function nearestLanguage(wish: string): Language {
  return wish.toLowerCase().startsWith("pt") ? "pt-BR" : "en";
}

/** The language of this browser's person: as last chosen, else as the browser says. */
export function currentLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  return kept === "pt-BR" || kept === "en" ? kept : nearestLanguage(navigator.language);
}

/** Keeps a choice for the next visit; `src/lib/i18n.ts` applies it. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}

/** Whether somebody chose a language in this browser. */
export function hasChosenLanguage(): boolean {
  return localStorage.getItem(KEPT) !== null;
}
