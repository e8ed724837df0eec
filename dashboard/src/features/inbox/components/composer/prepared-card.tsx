import { XIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { contentOf } from "@/components/message/content";
import { MessageContentView } from "@/components/message/message-content";
import { Button } from "@/components/ui/button";
import type { OutgoingContent } from "../../stores/outgoing";

type Props = { content: OutgoingContent; onClear: () => void };

/** A canned response that is more than words, as the contact will see it; it goes with what is written, unless it is let go. */
export function PreparedCard({ content, onClear }: Props) {
  const { t } = useTranslation("inbox");
  return (
    <section aria-label={t("composer.canned.prepared")} className="flex items-end gap-2 border-b p-2">
      <div className="max-h-56 max-w-sm flex-1 overflow-y-auto rounded-lg bg-bubble-out px-2.5 py-1.5 text-bubble-out-foreground">
        <MessageContentView content={contentOf(content)} />
      </div>
      <Button variant="ghost" size="icon-sm" aria-label={t("composer.canned.discard")} onClick={onClear}>
        <XIcon aria-hidden />
      </Button>
    </section>
  );
}
