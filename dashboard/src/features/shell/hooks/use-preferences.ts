import { useEffect } from "react";
import { useMe } from "@/api/me/get-me";
import { useUpdateMe } from "@/api/me/update-me";
import { changeLanguage } from "@/lib/i18n";
import { currentLanguage, hasChosenLanguage, nearestLanguage, type Language } from "@/lib/language";

/** Changes the language here, and of the e-mails and notices to come. */
export function useChooseLanguage(): (language: Language) => void {
  const update = useUpdateMe();
  return (language) => {
    void changeLanguage(language);
    update.mutate({ language });
  };
}

/** In a browser where nobody chose a language yet, it is the person's own. */
export function useOwnLanguage(): void {
  const { language } = useMe();
  useEffect(() => {
    const own = nearestLanguage(language);
    if (!hasChosenLanguage() && own !== currentLanguage()) void changeLanguage(own);
  }, [language]);
}
