import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/text-field";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { useEntityForm } from "@/hooks/use-entity-form";
import { dayOf } from "@/lib/format";
import { useExportEntries } from "../api/export-entries";
import { boundsOf } from "../utils/use-audit-filters";

const MONTH_MS = 30 * 86_400_000;
/** A year, as the API allows; for more, one asks once a year. */
const LONGEST_MS = 366 * 86_400_000;

const daysAgo = (ms: number): string => dayOf(new Date(Date.now() - ms).toISOString());

/** Downloads the entries of some days as a file. */
export function ExportDialog() {
  const { t } = useTranslation("settings");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="outline">
          <Download aria-hidden />
          {t("audit.export")}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("audit.export-title")}</DialogTitle>
          <DialogDescription>{t("audit.export-hint")}</DialogDescription>
        </DialogHeader>
        <ExportForm onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function ExportForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("settings");
  const download = useExportEntries();
  const [first] = useState(() => ({ since: daysAgo(MONTH_MS), until: daysAgo(0), format: "csv" as "csv" | "jsonl" }));
  const day = z.string().refine((text) => boundsOf(text) !== null, { message: t("checks.required") });
  const { form, submit, pending } = useEntityForm({
    schema: z
      .object({ since: day, until: day, format: z.enum(["csv", "jsonl"]) })
      .refine(({ since, until }) => since <= until, { path: ["until"], message: t("audit.order-wrong") })
      .refine(({ since, until }) => Date.parse(until) - Date.parse(since) < LONGEST_MS, {
        path: ["until"],
        message: t("audit.too-long"),
      }),
    values: first,
    onDone,
    send: ({ since, until, format }) =>
      download.mutateAsync({ since: boundsOf(since)?.start ?? since, until: boundsOf(until)?.end ?? until, format }),
  });
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <div className="grid grid-cols-2 gap-3">
          <TextField control={form.control} name="since" type="date" label={t("audit.from")} />
          <TextField control={form.control} name="until" type="date" label={t("audit.to")} />
        </div>
        <SelectField
          control={form.control}
          name="format"
          label={t("audit.format")}
          options={[
            { value: "csv", label: t("audit.csv") },
            { value: "jsonl", label: t("audit.jsonl") },
          ]}
        />
        <DialogFooter>
          <SubmitButton pending={pending}>{t("audit.download")}</SubmitButton>
        </DialogFooter>
      </form>
    </Form>
  );
}
