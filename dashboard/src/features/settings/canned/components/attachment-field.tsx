import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { uploadMedia } from "@/api/media/upload-media";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { tellError } from "@/lib/tell-error";
import { useTexts } from "../../kit/use-texts";
import { kindOf, type Attachment } from "../utils/content";

type Props = { value: Attachment | null; onChange: (attachment: Attachment | null) => void };

/** The file that goes with a canned response: it is brought as soon as it is chosen. */
export function AttachmentField({ value, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const upload = useMutation({
    mutationFn: (file: File) => uploadMedia({ file, kind: kindOf(file.type), key: crypto.randomUUID() }),
    onSuccess: (media, file) => onChange({ kind: kindOf(file.type), mediaId: media.id, name: file.name }),
    onError: tellError,
  });
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t("canned.file")}</Label>
      <Input
        id={id}
        type="file"
        aria-describedby={`${id}-hint`}
        aria-busy={upload.isPending}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) upload.mutate(file);
        }}
      />
      <p id={`${id}-hint`} aria-live="polite" className="text-[0.8125rem] text-muted-foreground">
        {upload.isPending
          ? t("common:loading")
          : value
            ? t("canned.file-kept", { kind: t(`canned.kinds.${value.kind}`) })
            : t("canned.file-hint")}
      </p>
      {value && (
        <Button type="button" variant="outline" size="sm" className="justify-self-start" onClick={() => onChange(null)}>
          {t("canned.file-none")}
        </Button>
      )}
    </div>
  );
}
