import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";

/** Gives what reads the gallery's words in the person's language. */
export function useWords(): (words: Schema<"Words">) => string {
  const { i18n } = useTranslation();
  return (words) => words[i18n.language === "en" ? "en" : "pt-BR"];
}
