import i18next from "i18next";
import resourcesToBackend from "i18next-resources-to-backend";
import { initReactI18next } from "react-i18next";
import { currentLanguage, keepLanguage, type Language } from "./language";
import { loadTexts } from "./texts";

/** Starts the translations with the texts of the first screen; a feature's are fetched with its screens. */
export async function startI18n(texts: readonly string[] = ["common"]): Promise<void> {
  await i18next
    .use(resourcesToBackend(loadTexts))
    .use(initReactI18next)
    .init({
      lng: currentLanguage(),
      fallbackLng: false,
      ns: texts,
      defaultNS: "common",
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = i18next.language;
}

/** Changes the language of everything on the screen, and of what the API says from now on. */
export async function changeLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
