import { useTranslation } from "react-i18next";
import type { Finding } from "../utils/finding";
import { SHOWN_GAPS } from "../utils/gaps";
import { cn } from "@/lib/utils";

type Props = { id: string; findings: readonly Finding[]; told: string | undefined };

/** What is wrong at a place of the editor, or may be; what the API said of it too. */
export function PlaceFindings({ id, findings, told }: Props) {
  const { t } = useTranslation("templates");
  const seen = new Set<string>();
  const shown = findings.filter(({ key }) => !seen.has(key) && seen.add(key));
  return (
    <ul id={id} aria-live="polite" className="grid gap-0.5 text-[0.8125rem] empty:hidden">
      {shown.map(({ key, level, values }) => (
        <li key={key} className={cn(level === "error" ? "text-destructive" : "text-warning")}>
          {t(`rule.${key}`, { ...SHOWN_GAPS, ...values })}
        </li>
      ))}
      {told && shown.length === 0 && <li className="text-destructive">{told}</li>}
    </ul>
  );
}
