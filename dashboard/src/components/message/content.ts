import type { MessageRow } from "@/api/messages/list-messages";
import type { Schema } from "@/api/types";

/** What a message can hold, told apart by `type`. */
export type MessageContent = Schema<"Line">["content"];
export type ContentOf<Type extends MessageContent["type"]> = Extract<MessageContent, { type: Type }>;

/** As much of a message as is needed to draw it; the flow tester and templates have no more. */
export type ShownMessage = Pick<MessageRow, "id" | "direction" | "content" | "created_at"> & Partial<MessageRow>;

/** What must be there for a content to be drawn, by its type. */
const NEEDED: Record<MessageContent["type"], readonly string[]> = {
  text: ["body"],
  image: [],
  video: [],
  audio: [],
  voice: [],
  document: [],
  sticker: [],
  location: ["latitude", "longitude"],
  contacts: [],
  button: ["body", "buttons"],
  list: ["body", "button", "sections"],
  cta_url: ["body", "display_text", "url"],
  location_request: ["body"],
  template: ["name"],
  interactive: ["kind"],
  reaction: ["target"],
  order: [],
  system: ["kind"],
  edit: ["target"],
  revoke: ["target"],
  unsupported: [],
};

/** Reads a message's content, which the API gives as JSON; what is not known is `unsupported`, never an error. */
export function contentOf(content: unknown): MessageContent {
  const given = typeof content === "object" && content !== null ? (content as { type?: unknown }) : {};
  const type = typeof given.type === "string" ? given.type : undefined;
  const needed = type !== undefined && type in NEEDED ? NEEDED[type as MessageContent["type"]] : undefined;
  if (!needed?.every((name) => name in given)) return { type: "unsupported", kind: type ?? null };
  return given as MessageContent;
}

type Media = Extract<MessageContent, { media_id?: string | null }>;

/** The file of a message: its own, or the one above its buttons. */
export function fileOf(content: MessageContent): Media | null {
  if ("header_media" in content && content.header_media) return content.header_media;
  return isMedia(content) ? content : null;
}

const MEDIA = ["image", "video", "audio", "voice", "document", "sticker"];

/** Whether a content is a file, with or without words under it. */
export const isMedia = (content: MessageContent): content is Media => MEDIA.includes(content.type);

/** The words of a message, where it has some of its own. */
export function wordsOf(content: MessageContent): string | null {
  if ("body" in content && content.body) return content.body;
  if ("caption" in content && content.caption) return content.caption;
  if (content.type === "template") return content.preview ?? null;
  if (content.type === "interactive") return content.title ?? null;
  return null;
}
