import { useTranslation } from "react-i18next";
import { z } from "zod";

const SHORTEST = 10;
const LONGEST = 1_000;

/** What a new password must be; whether it is easy to guess is for the server to say. */
export function usePasswordRule() {
  const { t } = useTranslation("common");
  return z
    .string()
    .min(1, t("field.required"))
    .refine((password) => [...password].length >= SHORTEST, t("field.passwordShort"))
    .refine((password) => password.length <= LONGEST, t("field.passwordLong"));
}
