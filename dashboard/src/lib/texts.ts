type Texts = Record<string, unknown>;

/** `src/locales/common.pt-BR.json` is the namespace `common`; `src/features/inbox/locales/en.json` is `inbox`. */
const SHARED = import.meta.glob<Texts>("../locales/*.json", { import: "default" });
const FEATURES = import.meta.glob<Texts>("../features/*/locales/*.json", { import: "default" });

/** Fetches the texts of a namespace in a language. */
export async function loadTexts(language: string, namespace: string): Promise<Texts> {
  const found =
    SHARED[`../locales/${namespace}.${language}.json`] ?? FEATURES[`../features/${namespace}/locales/${language}.json`];
  if (!found) throw new Error(`There are no texts of ${namespace} in ${language}.`);
  return found();
}
