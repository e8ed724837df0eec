import { create } from "zustand";
import type { AttachmentKind } from "../utils/attachments";

/** A file that was put to a message: on its way to the server as soon as it is chosen. */
export type Attachment = {
  id: string;
  file: File;
  kind: AttachmentKind;
  caption: string;
  previewUrl?: string;
  state: "uploading" | "ready" | "failed";
  /** How much of it has left, 0 to 1. */
  progress: number;
  mediaId?: string;
  error?: string;
};

type AttachmentsState = {
  /** By conversation: going to look at another one loses nothing. */
  items: Readonly<Record<string, readonly Attachment[]>>;
  add: (conversationId: string, attachment: Attachment) => void;
  change: (conversationId: string, id: string, changes: Partial<Attachment>) => void;
  remove: (conversationId: string, ids: readonly string[]) => void;
};

export const useAttachmentStore = create<AttachmentsState>((set) => {
  const update = (conversationId: string, to: (held: readonly Attachment[]) => readonly Attachment[]) =>
    set(({ items }) => ({ items: { ...items, [conversationId]: to(items[conversationId] ?? []) } }));
  return {
    items: {},
    add: (conversationId, attachment) => update(conversationId, (held) => [...held, attachment]),
    change: (conversationId, id, changes) =>
      update(conversationId, (held) => held.map((one) => (one.id === id ? { ...one, ...changes } : one))),
    remove: (conversationId, ids) => update(conversationId, (held) => held.filter((one) => !ids.includes(one.id))),
  };
});
