import type { AuditEntry } from "../api/list-entries";

/** The texts of the settings: `useTranslation`'s own `t`. */
type Texts = (key: string, values?: Record<string, unknown>) => string;

/** Where the text of an action stands: `user.logged_in` is `audit.actions.user.logged_in`. */
const keyOf = (action: string): string => `audit.actions.${action}`;

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What an entry calls the thing it is about: its name, where it says one. */
export function subjectOf(entry: Pick<AuditEntry, "before" | "after">): string | null {
  for (const side of [entry.after, entry.before])
    if (isFields(side))
      for (const field of ["name", "email", "title", "key"]) {
        const said = side[field];
        if (typeof said === "string" && said !== "") return said;
      }
  return null;
}

/** Who did it: a person, an API key of theirs, or the platform by itself. */
export function actorOf(entry: AuditEntry, t: Texts): string {
  const name = entry.user_name ?? t("audit.somebody");
  if (entry.actor_kind === "api_key" || entry.api_key_id) return t("audit.by-key", { name });
  if (entry.actor_kind === "user") return name;
  return t(`audit.actors.${entry.actor_kind}`, { defaultValue: entry.user_name ?? entry.actor_kind });
}

/** What was done, as people say it: `changed the department “Vendas”`. An action without a text yet is shown as it is. */
export function deedOf(entry: AuditEntry, t: Texts): string {
  const deed = t(keyOf(entry.action), { defaultValue: entry.action });
  const subject = subjectOf(entry);
  return subject === null ? deed : t("audit.deed-of", { deed, subject });
}
