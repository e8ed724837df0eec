import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "@/api/messages/list-messages";
import { contentOf } from "@/components/message/content";
import { previewOf } from "@/components/message/preview";

/** Says what the contact wrote while the thread is open, to who does not see it. */
export function LatestNews({ messages, name }: { messages: readonly MessageRow[]; name: string }) {
  const { t } = useTranslation("inbox");
  const { t: words } = useTranslation("message");
  const latest = messages.findLast(({ direction }) => direction === "inbound");
  const [first] = useState(latest?.id);
  return (
    <p aria-live="polite" className="sr-only">
      {latest &&
        latest.id !== first &&
        t("thread.news", { who: name, text: previewOf(contentOf(latest.content), words) })}
    </p>
  );
}
