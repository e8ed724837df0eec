import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorState } from "@/components/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { flowTemplateQuery } from "../../api/get-flow-template";
import { previewLines, type PreviewLine } from "../../utils/preview-lines";

/** What the flow says, message by message. */
export function TemplatePreview({ templateKey }: { templateKey: string }) {
  const { t } = useTranslation("chatbots");
  const template = useQuery(flowTemplateQuery(templateKey));
  if (template.isPending) return <Skeleton className="h-80" />;
  if (template.isError) return <ErrorState error={template.error} onRetry={() => void template.refetch()} />;
  return (
    <figure className="space-y-2">
      <figcaption className="text-xs text-muted-foreground">{t("gallery.preview")}</figcaption>
      {/* A region that scrolls can be reached by the keyboard. */}
      <ol
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t("gallery.preview")}
        className="max-h-96 space-y-2 overflow-y-auto rounded-lg bg-thread p-3"
      >
        {previewLines(template.data.document).map((line) => (
          <Bubble key={line.id} line={line} />
        ))}
      </ol>
    </figure>
  );
}

function Bubble({ line }: { line: PreviewLine }) {
  return (
    <li className="w-fit max-w-[85%] rounded-lg bg-bubble-in px-3 py-1.5 break-words whitespace-pre-wrap text-bubble-in-foreground">
      {line.text}
      {line.choices.map((choice, number) => (
        <span key={number} className="mt-1 block border-t pt-1 text-center text-tick">
          {choice}
        </span>
      ))}
    </li>
  );
}
