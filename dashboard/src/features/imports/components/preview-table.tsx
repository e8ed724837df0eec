import { useQuery } from "@tanstack/react-query";
import { TriangleAlertIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { fieldOf, type SheetFound } from "../utils/mapping";

/** The first rows of a file as they would become. */
export function PreviewTable({ found }: { found: SheetFound }) {
  const { t } = useTranslation("imports");
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const targets = [...new Set(found.preview.flatMap((row) => Object.keys(row.values)))];
  const nameOf = (target: string) =>
    fields.find((one) => one.key === fieldOf(target))?.label ?? t(`target.${target}`, target);
  const show = (target: string, value: string | undefined) =>
    value && target.startsWith("consent.") ? t(value === "true" ? "common:yes" : "common:no") : value;
  if (!found.preview.length) return null;
  return (
    <section aria-label={t("preview.title")} className="grid gap-2">
      <h2 className="font-medium">{t("preview.title")}</h2>
      <div className="rounded-lg border bg-card">
        <Table aria-label={t("preview.title")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("errors.row")}</TableHead>
              {targets.map((target) => (
                <TableHead key={target}>{nameOf(target)}</TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {found.preview.map((row) => (
              <TableRow key={row.row_number}>
                <TableCell className="tabular-nums">
                  <span className="flex items-center gap-1.5">
                    {row.row_number}
                    {row.errors.length > 0 && (
                      <span title={row.errors.map((one) => one.message).join("; ")}>
                        <TriangleAlertIcon aria-hidden className="size-3.5 text-destructive" />
                        <span className="sr-only">{t("preview.hasErrors")}</span>
                      </span>
                    )}
                  </span>
                </TableCell>
                {targets.map((target) => (
                  <TableCell key={target} className="max-w-60 truncate whitespace-nowrap">
                    {show(target, row.values[target])}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}
