import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { tellError } from "@/lib/tell-error";
import { useTexts } from "../../kit/use-texts";
import { useAddDocument } from "../api/add-document";

/** Brings the chosen files into a base, one after another. */
export function UploadButton({ baseId }: { baseId: string }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const add = useAddDocument(baseId);
  const bring = async (files: readonly File[]) => {
    for (const file of files) {
      try {
        await add.mutateAsync({ file, key: crypto.randomUUID() });
      } catch (error) {
        tellError(error);
      }
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("knowledge.upload")}
        accept=".txt,.md,.html,.htm,.pdf,text/plain,text/markdown,text/html,application/pdf"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          void bring(files);
        }}
      />
      <Button aria-disabled={add.isPending} onClick={() => !add.isPending && input.current?.click()}>
        <Upload aria-hidden />
        {add.isPending ? t("common:working") : t("knowledge.upload")}
      </Button>
    </>
  );
}
