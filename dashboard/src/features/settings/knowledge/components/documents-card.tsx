import { useInfiniteQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import type { Column } from "@/components/data-table";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { formatBytes, formatNumber } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { DeleteButton } from "../../kit/delete-button";
import { Listed } from "../../kit/listed";
import { useTexts } from "../../kit/use-texts";
import { useDeleteDocument } from "../api/delete-document";
import { documentsQuery, type Document } from "../api/list-documents";
import { UploadButton } from "./upload-button";

const TONES = { waiting: "secondary", ready: "success", failed: "destructive" } as const;

/** A base's documents, and how far their reading is. */
export function DocumentsCard({ baseId, mayEdit }: { baseId: string; mayEdit: boolean }) {
  const { t } = useTexts();
  const query = useInfiniteQuery(documentsQuery(baseId));
  const remove = useDeleteDocument(baseId);
  const columns: Column<Document>[] = [
    {
      id: "name",
      header: t("knowledge.document"),
      className: "whitespace-normal break-all",
      cell: (row) => (
        <>
          <span className="font-medium">{row.name}</span>
          <p className="text-xs text-muted-foreground">{formatBytes(row.size)}</p>
        </>
      ),
    },
    {
      id: "status",
      header: t("kit.state"),
      className: "whitespace-normal",
      cell: (row) => (
        <>
          <Badge variant={TONES[row.status]}>{t(`knowledge.statuses.${row.status}`)}</Badge>
          {row.error && (
            <p className="text-xs text-muted-foreground">
              {t(`knowledge.errors.${row.error}`, { defaultValue: row.error })}
            </p>
          )}
        </>
      ),
    },
    { id: "chunks", header: t("knowledge.passages"), cell: (row) => formatNumber(row.chunks) },
    { id: "at", header: t("knowledge.brought"), cell: (row) => <RelativeTime at={row.created_at} /> },
    {
      id: "actions",
      header: t("kit.actions"),
      hideHeader: true,
      className: "text-right",
      cell: (row) =>
        mayEdit && (
          <DeleteButton id={row.id} name={row.name} hint={t("knowledge.document-delete-hint")} remove={remove} />
        ),
    },
  ];
  return (
    <SettingsCard
      title={t("knowledge.documents")}
      description={t("knowledge.documents-hint")}
      action={mayEdit && <UploadButton baseId={baseId} />}
    >
      <Listed
        label={t("knowledge.documents")}
        icon={FileText}
        none={t("knowledge.no-documents")}
        noneHint={t("knowledge.no-documents-hint")}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
      />
    </SettingsCard>
  );
}
