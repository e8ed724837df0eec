import { useQuery } from "@tanstack/react-query";
import { DownloadIcon } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactFilters } from "@/api/contacts/list-contacts";
import { ownAddress } from "@/api/media/get-media";
import { segmentsQuery } from "@/api/segments/list-segments";
import type { Schema } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Progress } from "@/components/ui/progress";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { saveFrom } from "@/lib/download";
import { formatBytes, formatNumber } from "@/lib/format";
import { tellError } from "@/lib/tell-error";
import { useExportContacts } from "../api/export-contacts";
import { exportQuery } from "../api/get-export";
import { exportFilterOf } from "../utils/list-filters";

type Choice = { value: string; label: string; hint?: string };

function Choices({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly Choice[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      <RadioGroup value={value} onValueChange={onChange} className="gap-2">
        {options.map((one) => (
          <div key={one.value} className="flex items-start gap-2">
            <RadioGroupItem id={`${id}-${one.value}`} value={one.value} className="mt-0.5" />
            <Label htmlFor={`${id}-${one.value}`} className="grid gap-0.5 font-normal">
              {one.label}
              {one.hint && <span className="text-xs text-muted-foreground">{one.hint}</span>}
            </Label>
          </div>
        ))}
      </RadioGroup>
    </fieldset>
  );
}

function Outcome({ exportId }: { exportId: string }) {
  const { t } = useTranslation("contacts");
  const query = useQuery(exportQuery(exportId));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const made = query.data;
  if (made?.state === "failed")
    return (
      <p role="alert" className="text-destructive">
        {t("export.failed")}
      </p>
    );
  if (made?.state !== "done")
    return (
      <div className="grid gap-2" aria-live="polite">
        <p>{t("export.working", { rows: formatNumber(made?.rows ?? 0) })}</p>
        <Progress value={null} aria-label={t("export.title")} />
      </div>
    );
  const address = ownAddress(made.url ?? null);
  return (
    <div className="grid gap-3" aria-live="polite">
      <p>{t("export.done", { count: made.rows, rows: formatNumber(made.rows), size: formatBytes(made.size ?? 0) })}</p>
      <Button
        disabled={!address}
        onClick={() => address && saveFrom(address, `${t("export.filename")}.${made.format}`)}
      >
        <DownloadIcon aria-hidden />
        {t("export.download")}
      </Button>
      <p className="text-xs text-muted-foreground">{t("export.aDay")}</p>
    </div>
  );
}

type Props = { filters: ContactFilters; onClose: () => void };

/** Has contacts written into a file, tells how far it is, and gives it. */
export function ExportDialog({ filters, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const segments = useQuery(segmentsQuery()).data ?? [];
  const segment = segments.find((one) => one.id === filters.segment);
  const filter = exportFilterOf(filters, segment?.filter);
  const [whom, setWhom] = useState(filter ? "shown" : "all");
  const [format, setFormat] = useState<Schema<"SheetFormat">>("xlsx");
  const exporting = useExportContacts();
  const start = () =>
    exporting.mutate(
      { wanted: { format, ...(whom === "shown" && filter ? { filter } : {}) }, key: crypto.randomUUID() },
      { onError: tellError },
    );
  const shown = { value: "shown", label: t("export.shown"), ...(filters.q ? { hint: t("export.withoutSearch") } : {}) };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("export.title")}</DialogTitle>
          <DialogDescription>{t("export.description")}</DialogDescription>
        </DialogHeader>
        {exporting.data ? (
          <Outcome exportId={exporting.data.id} />
        ) : (
          <>
            <Choices
              label={t("export.whom")}
              value={whom}
              onChange={setWhom}
              options={[{ value: "all", label: t("export.all") }, ...(filter ? [shown] : [])]}
            />
            <Choices
              label={t("export.format")}
              value={format}
              onChange={(next) => setFormat(next === "csv" ? "csv" : "xlsx")}
              options={[
                { value: "xlsx", label: "Excel (XLSX)" },
                { value: "csv", label: "CSV" },
              ]}
            />
            <DialogFooter>
              <Button variant="outline" onClick={onClose}>
                {t("common:cancel")}
              </Button>
              <Button onClick={start} aria-disabled={exporting.isPending}>
                {t("export.start")}
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
