import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { uploadWithProgress } from "@/api/media/upload-with-progress";
import type { Schema } from "@/api/types";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Progress } from "@/components/ui/progress";
import { ApiError } from "@/lib/api-error";
import { formatBytes } from "@/lib/format";
import { checkFile } from "../../utils/attachments";

type HeaderMedia = NonNullable<Schema<"PreviewTemplateRequest">["header_media"]>;
type Kind = HeaderMedia["type"];
type Props = { kind: Kind; isMissing: boolean; onReady: (media: HeaderMedia | null) => void };

const headerOf = (kind: Kind, mediaId: string, filename: string): HeaderMedia =>
  kind === "document" ? { type: kind, media_id: mediaId, filename } : { type: kind, media_id: mediaId };

/** Brings the file that stands above a template's text. */
export function HeaderFile({ kind, isMissing, onReady }: Props) {
  const { t } = useTranslation("inbox");
  const [progress, setProgress] = useState(0);
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadWithProgress({
        file,
        name: file.name,
        kind,
        key: crypto.randomUUID(),
        signal: new AbortController().signal,
        onProgress: setProgress,
      }),
    onMutate: () => onReady(null),
    onSuccess: (media, file) => onReady(headerOf(kind, media.id, file.name)),
  });
  const [refused, setRefused] = useState<string | null>(null);
  const choose = (file: File | undefined) => {
    if (!file) return;
    const checked = checkFile(file);
    const limit = checked.problem === "size" ? formatBytes(checked.limit) : "";
    const problem = checked.problem ?? (checked.kind === kind ? null : "type");
    setRefused(problem && t(`composer.attachments.problems.${problem}`, { limit }));
    if (!problem) upload.mutate(file);
  };
  const error = refused ?? (upload.error instanceof ApiError ? upload.error.message : null);
  return (
    <div className="grid gap-1.5">
      <Label htmlFor="template-file">{t(`templatePicker.file.${kind}`)}</Label>
      <Input
        id="template-file"
        type="file"
        required
        aria-invalid={isMissing || error !== null}
        onChange={(event) => choose(event.target.files?.[0])}
      />
      {upload.isPending ? (
        <Progress value={progress * 100} aria-label={t("templatePicker.uploading")} className="h-1.5" />
      ) : null}
      {error || isMissing ? (
        <p role="alert" className="text-xs text-destructive">
          {error ?? t("templatePicker.fileMissing")}
        </p>
      ) : null}
    </div>
  );
}
