import i18next from "i18next";
import resourcesToBackend from "i18next-resources-to-backend";
import { initReactI18next } from "react-i18next";
import { currentLanguage, keepLanguage, type Language } from "./language";

type Texts = { default: Record<string, unknown> };

/** `src/locales/common.pt-BR.json` is the namespace `common`; `src/features/inbox/locales/en.json` is `inbox`. */
const SHARED = import.meta.glob<Texts>("../locales/*.json");
const FEATURES = import.meta.glob<Texts>("../features/*/locales/*.json");

async function load(language: string, namespace: string): Promise<Record<string, unknown>> {
  const found =
    SHARED[`../locales/${namespace}.${language}.json`] ?? FEATURES[`../features/${namespace}/locales/${language}.json`];
  if (!found) throw new Error(`There are no texts of ${namespace} in ${language}.`);
  return (await found()).default;
}

/** Starts the translations; a feature's texts are fetched with its screens. */
export async function startI18n(): Promise<void> {
  await i18next
    .use(resourcesToBackend(load))
    .use(initReactI18next)
    .init({
      lng: currentLanguage(),
      fallbackLng: false,
      ns: ["common"],
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
