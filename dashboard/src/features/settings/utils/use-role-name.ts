import { useTranslation } from "react-i18next";

/** The codes of the roles that everybody has; their names are ours to translate. */
const BUILT_IN = ["super_admin", "admin", "supervisor", "agent", "viewer"];

/** Gives a role's name by its code; a company's own as they call it, where that is known. */
export function useRoleName(): (code: string, name?: string) => string {
  const { t } = useTranslation("common");
  return (code, name) => (BUILT_IN.includes(code) ? t(`role.${code}`) : (name ?? code));
}
