import { XIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { contentOf } from "@/components/message/content";
import { previewOf } from "@/components/message/preview";
import { Button } from "@/components/ui/button";

/** Which message is answered, above the answer. */
export function QuoteBar({ message, onClear }: { message: MessageRow; onClear?: () => void }) {
  const { t } = useTranslation("inbox");
  const { t: tMessage } = useTranslation("message");
  return (
    <div className="mx-2 mt-2 flex items-start gap-2 rounded-md border-l-4 border-primary bg-muted px-3 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="text-xs font-medium">
          {message.direction === "inbound" ? t("composer.quoting.theirs") : t("composer.quoting.ours")}
        </p>
        <p className="truncate text-xs text-muted-foreground">{previewOf(contentOf(message.content), tMessage)}</p>
      </div>
      <Button
        variant="ghost"
        size="icon-sm"
        className="size-6"
        aria-label={t("composer.quoting.clear")}
        onClick={onClear}
      >
        <XIcon aria-hidden />
      </Button>
    </div>
  );
}
