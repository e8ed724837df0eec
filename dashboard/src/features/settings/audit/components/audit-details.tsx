import { useTranslation } from "react-i18next";
import { Facts } from "@/components/facts";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AuditEntry } from "../api/list-entries";
import { changesOf } from "../utils/changes";

/** What an entry changed, and what is known of whoever did it. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation("settings");
  const changes = changesOf(entry.before, entry.after);
  return (
    <div className="grid gap-3">
      {changes.length > 0 && (
        <Table aria-label={t("audit.changes")} className="text-xs">
          <TableHeader>
            <TableRow>
              <TableHead>{t("audit.field")}</TableHead>
              <TableHead>{t("audit.before")}</TableHead>
              <TableHead>{t("audit.after")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {changes.map((change) => (
              <TableRow key={change.field}>
                <TableCell className="font-mono">{change.field}</TableCell>
                <TableCell className="break-all text-muted-foreground">{change.before ?? "—"}</TableCell>
                <TableCell className="break-all">{change.after ?? "—"}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Facts
        className="text-xs"
        items={[
          { label: t("audit.number"), value: entry.seq },
          { label: t("audit.ip"), value: entry.ip },
          { label: t("audit.agent"), value: entry.user_agent },
          { label: t("audit.request"), value: entry.request_id },
          { label: t("audit.thing"), value: entry.subject_id ?? entry.subject_type },
          { label: t("audit.code"), value: entry.action },
        ]}
      />
    </div>
  );
}
