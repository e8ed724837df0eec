import { CircleXIcon, TriangleAlertIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Remark } from "../../stores/findings";

/** What the check says, each thing with its weight; nothing where it says nothing. */
export function RemarkList({ remarks }: { remarks: readonly Remark[] }) {
  if (!remarks.length) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {remarks.map((remark, index) => (
        <li key={index} className="flex items-start gap-2 rounded-md border px-2.5 py-2 text-xs">
          <RemarkIcon severity={remark.severity} />
          <span className="min-w-0 break-words">{remark.message}</span>
        </li>
      ))}
    </ul>
  );
}

/** The sign of an error or a warning. */
export function RemarkIcon({ severity }: { severity: Remark["severity"] }) {
  const { t } = useTranslation("flows");
  return severity === "error" ? (
    <CircleXIcon aria-label={t("editor.findings.error")} className="size-4 shrink-0 text-destructive" />
  ) : (
    <TriangleAlertIcon aria-label={t("editor.findings.warning")} className="size-4 shrink-0 text-warning" />
  );
}
