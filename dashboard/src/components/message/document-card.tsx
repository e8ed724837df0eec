import { DownloadIcon, FileTextIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatBytes } from "@/lib/format";
import { FileMissing, isMissing } from "./file-missing";
import { download, useFile, type FileFacts } from "./use-file";

type Props = { mediaId?: string | null; shown?: FileFacts | null; filename?: string | null; isSending?: boolean };

/** What a file is, in a word: `PDF`, `XLSX`. */
export function fileTypeOf(filename: string | null | undefined, mime: string | null | undefined): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(filename ?? "")?.[1];
  return (
    ending ??
    mime
      ?.split("/")
      .at(-1)
      ?.split(/[.;+-]/)
      .at(-1) ??
    ""
  )
    .slice(0, 8)
    .toUpperCase();
}

/** A document: its name, kind and size; a press saves it. */
export function DocumentCard({ mediaId, shown, filename, isSending }: Props) {
  const { t } = useTranslation("message");
  const file = useFile(mediaId, shown);
  if (!isSending && (isMissing(file) || !mediaId)) return <FileMissing file={file} kind="document" />;
  const name = filename ?? file.facts?.filename ?? t("kind.document");
  const facts = [fileTypeOf(name, file.facts?.mime), file.facts?.size ? formatBytes(file.facts.size) : ""];
  return (
    <button
      type="button"
      disabled={isSending}
      aria-label={t("file.download", { name })}
      className="flex w-64 max-w-full items-center gap-2.5 rounded bg-foreground/5 p-2.5 text-left outline-none hover:bg-foreground/10 focus-visible:ring-[3px] focus-visible:ring-ring/60"
      onClick={() => void download(file).catch(() => undefined)}
    >
      <FileTextIcon aria-hidden className="size-7 shrink-0 opacity-80" />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-sm font-medium break-words [overflow-wrap:anywhere]">{name}</span>
        <span className="block text-xs opacity-80">{facts.filter(Boolean).join(" · ")}</span>
      </span>
      <DownloadIcon aria-hidden className="size-4 shrink-0" />
    </button>
  );
}
