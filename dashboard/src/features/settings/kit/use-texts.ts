import { useTranslation } from "react-i18next";

/** The texts of the sections about automation, with the common ones after `common:`. */
export const useTexts = () => useTranslation(["settings-automation", "common"]);
