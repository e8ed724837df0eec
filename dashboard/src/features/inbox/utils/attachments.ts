import type { Schema } from "@/api/types";

export type AttachmentKind = Extract<Schema<"MediaKind">, "image" | "video" | "audio" | "document">;

const MEGABYTE = 1024 * 1024;

/** WhatsApp's largest files by kind, in bytes; the API holds the same. */
export const LIMITS: Record<AttachmentKind, number> = {
  image: 5 * MEGABYTE,
  video: 16 * MEGABYTE,
  audio: 16 * MEGABYTE,
  document: 100 * MEGABYTE,
};

const OFFICE = "application/vnd.openxmlformats-officedocument.";
const TYPES: Record<AttachmentKind, readonly string[]> = {
  image: ["image/jpeg", "image/png"],
  video: ["video/mp4", "video/3gpp"],
  audio: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/x-m4a", "audio/ogg"],
  document: [
    "text/plain",
    "application/pdf",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    `${OFFICE}wordprocessingml.document`,
    `${OFFICE}spreadsheetml.sheet`,
    `${OFFICE}presentationml.presentation`,
  ],
};
const KINDS = Object.keys(TYPES) as AttachmentKind[];

/** What a file chooser should offer. */
export const ACCEPTED = KINDS.flatMap((kind) => TYPES[kind]).join(",");

export type Checked =
  { kind: AttachmentKind; problem?: undefined } | { problem: "type" | "empty" } | { problem: "size"; limit: number };

/** Tells what a file would be sent as, or why WhatsApp would not take it. The API looks at the bytes; this spares the way. */
export function checkFile(file: Pick<File, "type" | "size">): Checked {
  const type = file.type.split(";")[0] ?? "";
  const kind = KINDS.find((one) => TYPES[one].includes(type));
  if (file.size === 0) return { problem: "empty" };
  if (!kind) return { problem: "type" };
  return file.size > LIMITS[kind] ? { problem: "size", limit: LIMITS[kind] } : { kind };
}

/** Whether WhatsApp shows words below a file of this kind. */
export const takesCaption = (kind: AttachmentKind): boolean => kind !== "audio";
