import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { uploadMedia } from "@/api/media/upload-media";
import { useMay } from "@/api/me/get-me";
import { Button } from "@/components/ui/button";
import { useFormScope } from "../../components/fields/form-scope";
import { SaidText } from "../../components/fields/field";
import { SelectField, TextField } from "../../components/fields/plain-fields";
import { TemplateTextInput } from "../../components/fields/template-text-input";
import { changed } from "../fields";
import { MEDIA_TYPES, type Media, type MediaType } from "./model";

const ACCEPTED: Readonly<Record<MediaType, string | undefined>> = {
  image: "image/jpeg,image/png",
  video: "video/mp4,video/3gpp",
  audio: "audio/*",
  voice: "audio/*",
  document: undefined,
  sticker: "image/webp",
};

type Props = { media: Media; onChange: (media: Media) => void };
type Source = "upload" | "link";

/** A file: one of ours, or one at an address. */
export function MediaEditor({ media, onChange }: Props) {
  const { t } = useTranslation("flow-nodes");
  const { says } = useFormScope();
  const [chosen, setChosen] = useState<Source | null>(null);
  const source = chosen ?? (media.link ? "link" : "upload");
  const change = (changes: Partial<Media>) => onChange(changed(media, changes));
  const said = says("media");
  const noFile = { media_id: undefined, provider_media_id: undefined, mime_type: undefined };
  return (
    <>
      <SelectField
        path="media.type"
        label={t("message.mediaType")}
        value={media.type}
        options={MEDIA_TYPES.map((value) => ({ value, label: t(`message.mediaTypes.${value}`) }))}
        onChange={(type) => change({ ...noFile, type, filename: undefined, caption: undefined })}
      />
      <SelectField
        path=""
        label={t("message.source")}
        value={source}
        options={(["upload", "link"] as const).map((value) => ({ value, label: t(`message.sources.${value}`) }))}
        onChange={setChosen}
      />
      {source === "upload" ? (
        <UploadField media={media} onChange={(file) => change({ link: undefined, ...file })} />
      ) : (
        <TemplateTextInput
          path="media.link"
          label={t("message.link")}
          hint={t("message.linkHint")}
          value={media.link ?? ""}
          placeholder="https://"
          onChange={(link) => change({ ...noFile, link: link || undefined })}
        />
      )}
      {media.type === "document" && (
        <TextField
          path="media.filename"
          label={t("message.filename")}
          value={media.filename ?? ""}
          placeholder="boleto.pdf"
          onChange={(filename) => change({ filename: filename || undefined })}
        />
      )}
      {said && <SaidText said={said} />}
    </>
  );
}

type UploadProps = { media: Media; onChange: (file: Partial<Media>) => void };

function UploadField({ media, onChange }: UploadProps) {
  const { t } = useTranslation("flow-nodes");
  const { readOnly } = useFormScope();
  const mayUpload = useMay("media:upload");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: (file: File) => uploadMedia({ file, kind: media.type, key: crypto.randomUUID() }),
    onSuccess: (stored, file) =>
      onChange({
        media_id: stored.id,
        ...(stored.mime ? { mime_type: stored.mime } : {}),
        ...(media.type === "document" ? { filename: stored.filename ?? file.name } : {}),
      }),
  });
  return (
    <div className="flex flex-col gap-1.5">
      <input
        ref={input}
        id={id}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("message.upload")}
        accept={ACCEPTED[media.type]}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) upload.mutate(file);
          event.target.value = "";
        }}
      />
      <Button
        variant="outline"
        size="sm"
        className="self-start"
        disabled={readOnly || !mayUpload || upload.isPending}
        onClick={() => input.current?.click()}
      >
        <Upload aria-hidden />
        {t(media.media_id ? "message.replace" : "message.upload")}
      </Button>
      <p aria-live="polite" className="text-xs text-muted-foreground">
        {upload.isPending ? t("message.uploading") : media.media_id ? t("message.uploaded") : t("message.uploadHint")}
      </p>
      {upload.error && <SaidText said={{ message: upload.error.message, severity: "error" }} />}
    </div>
  );
}
