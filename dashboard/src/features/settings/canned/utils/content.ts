import { z } from "zod";
import type { Schema } from "@/api/types";

type Content = Schema<"AddCannedResponseRequest">["content"];
export type FileKind = "image" | "video" | "audio" | "document";
export type Attachment = { kind: FileKind; mediaId: string; name: string };

const text = z.object({ type: z.literal("text"), body: z.string() });
const file = z.object({
  type: z.enum(["image", "video", "audio", "document"]),
  media_id: z.string(),
  caption: z.string().nullish(),
  filename: z.string().nullish(),
});

/** What a form shows of a canned response; null where it is of a kind that the form cannot show. */
export type Draft = { body: string; attachment: Attachment | null };

/** Reads the content of a canned response. */
export function readContent(content: unknown): Draft | null {
  const said = text.safeParse(content);
  if (said.success) return { body: said.data.body, attachment: null };
  const sent = file.safeParse(content);
  if (!sent.success) return null;
  const { type, media_id: mediaId, caption, filename } = sent.data;
  return { body: caption ?? "", attachment: { kind: type, mediaId, name: filename ?? "" } };
}

/** The content that the API keeps; sounds have no caption. */
export function writeContent({ body, attachment }: Draft): Content {
  if (!attachment) return { type: "text", body };
  const { kind, mediaId, name } = attachment;
  const caption = body.trim() === "" ? null : body;
  switch (kind) {
    case "audio":
      return { type: kind, media_id: mediaId };
    case "document":
      return { type: kind, media_id: mediaId, caption, filename: name || null };
    case "image":
    case "video":
      return { type: kind, media_id: mediaId, caption };
  }
}

/** As what a file is sent. */
export function kindOf(mime: string): FileKind {
  if (mime === "image/jpeg" || mime === "image/png") return "image";
  if (mime === "video/mp4" || mime === "video/3gpp") return "video";
  return mime.startsWith("audio/") ? "audio" : "document";
}

const KINDS = new Set(["text", "image", "video", "audio", "voice", "document"]);

/** What a row shows: the kind, and what is said. */
export function shownContent(content: unknown): { kind: string; text: string } {
  const found = z
    .object({ type: z.string(), body: z.string().nullish(), caption: z.string().nullish() })
    .safeParse(content);
  if (!found.success) return { kind: "other", text: "" };
  const { type, body, caption } = found.data;
  return { kind: KINDS.has(type) ? type : "other", text: body ?? caption ?? "" };
}
