import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { DownloadIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { contactFieldsQuery } from "@/api/contact-fields/list-contact-fields";
import { LoadMore } from "@/components/load-more";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatNumber } from "@/lib/format";
import { tellError } from "@/lib/tell-error";
import { useDownloadErrors } from "../api/download-errors";
import { importErrorsQuery } from "../api/list-errors";
import type { Import } from "../api/get-import";
import { fieldOf } from "../utils/mapping";

/** The rows of a file with something wrong, and what; all of them as a file to mend and bring again. */
export function ImportErrors({ importing }: { importing: Import }) {
  const { t } = useTranslation("imports");
  const query = useInfiniteQuery(importErrorsQuery(importing.id, importing.refused));
  const fields = useQuery(contactFieldsQuery).data ?? [];
  const downloading = useDownloadErrors();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (!rows.length) return null;
  const known = (target: string) => fields.find((one) => one.key === fieldOf(target));
  const nameOf = (field: string) => known(field)?.label ?? fieldOf(field) ?? t(`target.${field}`, field);
  const hintOf = (target: string, message: string) => {
    const field = known(target);
    if (!field) return t(`errors.hint.${target.startsWith("consent.") ? "consent" : target}`, message);
    return t(`errors.hint.type.${field.type}`, { defaultValue: message, options: field.options.join(", ") });
  };
  const save = () =>
    downloading.mutate({ importId: importing.id, filename: t("errors.filename") }, { onError: tellError });
  return (
    <section aria-label={t("errors.title")} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium">{t("errors.title")}</h2>
        <Button variant="outline" size="sm" onClick={save} aria-disabled={downloading.isPending}>
          <DownloadIcon aria-hidden />
          {t("errors.download")}
        </Button>
      </div>
      <div className="max-h-96 overflow-y-auto rounded-lg border bg-card">
        <Table aria-label={t("errors.title")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("errors.row")}</TableHead>
              <TableHead>{t("errors.field")}</TableHead>
              <TableHead>{t("errors.reason")}</TableHead>
              <TableHead className="hidden md:table-cell">{t("errors.raw")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row, place) => (
              <TableRow key={`${row.row_number}-${row.field}-${place}`}>
                <TableCell className="tabular-nums">{formatNumber(row.row_number)}</TableCell>
                <TableCell className="whitespace-nowrap">{row.field ? nameOf(row.field) : "—"}</TableCell>
                <TableCell>
                  {t(`errors.code.${row.code}`, row.code)}
                  {row.code === "WRONG_VALUE" && (
                    <span className="block text-xs text-muted-foreground">{hintOf(row.field, row.message)}</span>
                  )}
                </TableCell>
                <TableCell
                  className="hidden max-w-80 truncate font-mono text-xs text-muted-foreground md:table-cell"
                  title={row.raw}
                >
                  {row.raw}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <LoadMore query={query} />
      </div>
    </section>
  );
}
