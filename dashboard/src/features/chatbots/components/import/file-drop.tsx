import { FileJson } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/utils";

type Props = { onFile: (file: File) => void; picked: string | null };

/** A place to drop a file on, or to choose one with. */
export function FileDrop({ onFile, picked }: Props) {
  const { t } = useTranslation("chatbots");
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cn(
        "flex cursor-pointer flex-col items-center gap-2 rounded-lg border-2 border-dashed p-8 text-center focus-within:ring-2 focus-within:ring-ring",
        isOver && "border-primary bg-accent",
      )}
    >
      <FileJson className="size-8 text-muted-foreground" aria-hidden />
      <span className="font-medium">{picked ?? t("import.drop")}</span>
      <span className="text-xs text-muted-foreground">{t(picked ? "import.other" : "import.formats")}</span>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = "";
        }}
      />
    </label>
  );
}
