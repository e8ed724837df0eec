import { useMemo } from "react";
import { FailureNote } from "@/components/message/failure-note";
import { MessageBubble } from "@/components/message/message-bubble";
import type { ShownMessage } from "@/components/message/content";
import type { Outgoing } from "../../stores/outgoing";

type Props = { item: Outgoing; onRetry: (localId: string) => void; onDelete: (localId: string) => void };

/** A message on its way: drawn as it will be, with a clock; or with what went wrong, and what to do. */
export function OutgoingBubble({ item, onRetry, onDelete }: Props) {
  const { localId, content, createdAt, previewUrl, quoted, status, error } = item;
  const message = useMemo(
    (): ShownMessage => ({
      id: localId,
      direction: "outbound",
      type: content.type,
      content,
      created_at: createdAt,
      sender: "agent",
      quoted: quoted ?? null,
    }),
    [localId, content, createdAt, quoted],
  );
  return (
    <div className="flex flex-col items-end">
      <div className="w-full">
        <MessageBubble message={message} previewUrl={previewUrl} isSending={status === "sending"} />
      </div>
      {status === "failed" && (
        <FailureNote
          code={error?.code}
          detail={error?.message}
          onRetry={() => onRetry(localId)}
          onDelete={() => onDelete(localId)}
        />
      )}
    </div>
  );
}
