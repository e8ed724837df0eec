import { useMutation } from "@tanstack/react-query";
import { UploadIcon } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { uploadMedia } from "@/api/media/upload-media";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { tellError } from "@/lib/tell-error";
import { useEditor } from "../hooks/use-editor";
import { FILE_FORMATS, HEADER_FORMATS, type HeaderFormat } from "../utils/draft";
import { gapsOf, nextGap } from "../utils/gaps";
import { MAX_HEADER } from "../utils/rules";
import { EditorField } from "./editor-field";
import { EditorSelect } from "./editor-select";

const FILES: Partial<Record<HeaderFormat, { kind: "image" | "video" | "document"; accept: string }>> = {
  IMAGE: { kind: "image", accept: "image/jpeg,image/png" },
  VIDEO: { kind: "video", accept: "video/mp4,video/3gpp" },
  DOCUMENT: { kind: "document", accept: ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt" },
};

function SampleField({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("templates");
  const { draft, set } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const wanted = FILES[draft.header.format];
  const uploading = useMutation({ mutationFn: uploadMedia });
  const { sample } = draft.header;
  const take = (file: File | undefined) => {
    if (!file || !wanted) return;
    uploading.mutate(
      { file, kind: wanted.kind, key: crypto.randomUUID() },
      {
        onSuccess: (media) => {
          set({ header: { ...draft.header, sample: { mediaId: media.id, filename: file.name } } });
          onFile(file);
        },
        onError: tellError,
      },
    );
  };
  return (
    <EditorField at="header.sample" label={t("editor.sample")} hint={t("editor.sampleHint")}>
      {(control) => (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            type="button"
            variant="outline"
            size="sm"
            aria-describedby={control["aria-describedby"]}
            aria-disabled={uploading.isPending}
            onClick={() => input.current?.click()}
          >
            <UploadIcon aria-hidden />
            {t(uploading.isPending ? "editor.uploading" : sample ? "editor.changeSample" : "editor.chooseSample")}
          </Button>
          <span className="min-w-0 break-all text-muted-foreground">
            {sample ? ("filename" in sample ? sample.filename : t("editor.sampleAtMeta")) : null}
          </span>
          <input
            ref={input}
            id={control.id}
            type="file"
            accept={wanted?.accept}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </div>
      )}
    </EditorField>
  );
}

/** What stands above the text: nothing, words, a file or a place. */
export function HeaderSection({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("templates");
  const { draft, set } = useEditor();
  const { header } = draft;
  const [gap] = gapsOf(header.text);
  const change = (changes: Partial<typeof header>) => set({ header: { ...header, ...changes } });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <EditorField at="header.format" label={t("editor.header")}>
        {(control) => (
          <EditorSelect
            {...control}
            value={header.format}
            options={HEADER_FORMATS.map((value) => ({ value, label: t(`header.${value}`) }))}
            onChange={(format) => change({ format, sample: null })}
          />
        )}
      </EditorField>
      {FILE_FORMATS.includes(header.format) && <SampleField onFile={onFile} />}
      {header.format === "TEXT" && (
        <>
          <EditorField
            at="header.text"
            label={t("editor.headerText")}
            counted={{ text: header.text, most: MAX_HEADER }}
          >
            {(control) => (
              <div className="flex gap-2">
                <Input {...control} value={header.text} onChange={(event) => change({ text: event.target.value })} />
                {gap === undefined && (
                  <Button
                    type="button"
                    variant="outline"
                    onClick={() => change({ text: header.text + nextGap("", draft.format) })}
                  >
                    {t("editor.addGap")}
                  </Button>
                )}
              </div>
            )}
          </EditorField>
          {gap !== undefined && (
            <EditorField at="header.example" label={t("editor.exampleOf", { gap })}>
              {(control) => (
                <Input
                  {...control}
                  value={header.example}
                  onChange={(event) => change({ example: event.target.value })}
                />
              )}
            </EditorField>
          )}
        </>
      )}
    </div>
  );
}
