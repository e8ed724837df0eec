import { useState } from "react";
import type { MessageRow } from "@/api/messages/list-messages";
import type { OutgoingContent } from "../stores/outgoing";
import type { Attachment } from "../stores/attachments";
import { takesCaption } from "../utils/attachments";
import type { Attachments } from "./use-attachments";
import { useSendMessage } from "./use-send-message";

type Given = {
  conversationId: string;
  text: string;
  replyTo: MessageRow | null | undefined;
  attachments: Attachments;
  onSent: () => void;
};

/** What a file is sent as, with its words. */
export function contentOfAttachment({ kind, mediaId, caption, file }: Attachment, words: string): OutgoingContent {
  const said = caption.trim() || words || null;
  if (kind === "document") return { type: "document", media_id: mediaId, caption: said, filename: file.name };
  return kind === "audio" ? { type: "audio", media_id: mediaId } : { type: kind, media_id: mediaId, caption: said };
}

/** Sends what is written, with its files: the words stand below the first file that can have some, else on their own. A
 * canned response that is more than words goes before them. */
export function useReply({ conversationId, text, replyTo, attachments, onSent }: Given) {
  const { send } = useSendMessage();
  const [prepared, setPrepared] = useState<OutgoingContent | null>(null);
  const words = text.trim();
  const areReady = attachments.items.every(({ state }) => state === "ready");
  const canSend = (prepared !== null || words !== "" || attachments.items.length > 0) && areReady;

  const sendAll = () => {
    if (!canSend) return;
    let quoted = replyTo ?? undefined;
    const post = (content: OutgoingContent, previewUrl?: string) => {
      void send({ conversationId, content, quoted, previewUrl });
      quoted = undefined;
    };
    if (prepared) post(prepared);
    setPrepared(null);
    const captioned = attachments.items.find(({ kind, caption }) => takesCaption(kind) && caption.trim() === "");
    if (words && !captioned) post({ type: "text", body: words, preview_url: true });
    for (const item of attachments.items)
      post(contentOfAttachment(item, item === captioned ? words : ""), item.previewUrl);
    attachments.release(attachments.items.map(({ id }) => id));
    onSent();
  };

  const sendVoice = (mediaId: string, blob: Blob) => {
    const content = { type: "voice", media_id: mediaId } as const;
    void send({ conversationId, content, quoted: replyTo ?? undefined, previewUrl: URL.createObjectURL(blob) });
    onSent();
  };

  return { words, canSend, sendAll, prepared, setPrepared, sendVoice };
}
