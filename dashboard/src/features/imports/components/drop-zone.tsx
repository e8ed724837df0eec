import { FileSpreadsheetIcon } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/lib/format";
import { cn } from "@/lib/utils";

const MAX_BYTES = 100 * 1024 * 1024;
const TYPES = ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Props = { onFile: (file: File) => void; pending: boolean };

/** Takes a spreadsheet that is dropped or chosen. */
export function DropZone({ onFile, pending }: Props) {
  const { t } = useTranslation("imports");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (!file || pending) return;
    const isSheet = /\.(csv|xlsx|txt)$/i.test(file.name) || /csv|spreadsheetml/.test(file.type);
    const wrong = !isSheet
      ? t("drop.wrongType")
      : file.size > MAX_BYTES
        ? t("drop.tooLarge", { size: formatBytes(MAX_BYTES) })
        : null;
    setProblem(wrong);
    if (!wrong) onFile(file);
  };
  return (
    <div className="grid gap-2">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
        className={cn(
          "grid justify-items-center gap-3 rounded-xl border-2 border-dashed bg-card px-6 py-12 text-center",
          isOver && "border-primary bg-accent",
        )}
      >
        <FileSpreadsheetIcon aria-hidden className="size-9 text-muted-foreground" />
        <div className="grid gap-1">
          <p className="font-medium">{t(pending ? "drop.reading" : "drop.title")}</p>
          <p className="text-muted-foreground">{t("drop.hint")}</p>
        </div>
        <Button aria-disabled={pending} onClick={() => !pending && input.current?.click()}>
          {t("drop.choose")}
        </Button>
        <input
          ref={input}
          type="file"
          accept={TYPES}
          aria-label={t("drop.choose")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {problem && (
        <p role="alert" className="text-destructive">
          {problem}
        </p>
      )}
    </div>
  );
}
