import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import type { Contact } from "@/api/contacts/get-contact";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatDateTime, formatPhone } from "@/lib/format";
import { cn } from "@/lib/utils";
import { shownValue } from "../utils/attributes";
import { mergePreview } from "../utils/merge-preview";

const ATTRIBUTE = "attributes.";

/** Side by side what two contacts have, and what the one that stays will have. */
export function MergeTable({ kept, merged }: { kept: Contact; merged: Contact }) {
  const { t } = useTranslation("contacts");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const words = { yes: t("common:yes"), no: t("common:no") };
  const fieldOf = (name: string) => fields.find((one) => ATTRIBUTE + one.key === name);
  const nameOf = (name: string) => fieldOf(name)?.label ?? t(`fields.${name}`, name.replace(ATTRIBUTE, ""));
  const show = (name: string, value: unknown): string => {
    if (value === null || value === undefined) return "—";
    if (name === "phone") return formatPhone(String(value));
    if (name === "blocked_at") return formatDateTime(String(value));
    if (name === "lifecycle_stage") return t(`stage.${String(value)}`, String(value));
    return shownValue(value, fieldOf(name)?.type ?? null, words) || "—";
  };
  return (
    <Table aria-label={t("merge.table")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("merge.field")}</TableHead>
          <TableHead>{t("merge.kept")}</TableHead>
          <TableHead>{t("merge.merged")}</TableHead>
          <TableHead>{t("merge.result")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {mergePreview(kept, merged).map((row) => (
          <TableRow key={row.field}>
            <TableCell className="text-muted-foreground">{nameOf(row.field)}</TableCell>
            <TableCell className={cn(row.source === "merged" && "text-muted-foreground")}>
              {show(row.field, row.kept)}
            </TableCell>
            <TableCell className={cn(row.source === "kept" && "text-muted-foreground")}>
              {show(row.field, row.merged)}
            </TableCell>
            <TableCell className="font-medium">{show(row.field, row.result)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
