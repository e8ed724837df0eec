import { contentOf, fileOf, type ShownMessage } from "./content";
import { isViewable } from "./file-view";

/** A picture or film that the viewer can show. */
export type Viewable = { messageId: string; mediaId: string; kind: "image" | "video"; caption: string | null };

/** The pictures and films among messages, in their order. */
export function viewablesOf(messages: readonly ShownMessage[]): Viewable[] {
  return messages.flatMap((message) => {
    const content = contentOf(message.content);
    const file = message.revoked_at ? null : fileOf(content);
    if (!file?.media_id || !isViewable(content) || (file.type !== "image" && file.type !== "video")) return [];
    return [{ messageId: message.id, mediaId: file.media_id, kind: file.type, caption: file.caption ?? null }];
  });
}
