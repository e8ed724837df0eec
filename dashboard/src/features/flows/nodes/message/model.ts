import { z } from "zod";
import { choicesOf, listSchema, menuProblems, optionsSchema, readMenu, type Menu } from "../choices";
import { minutes, retries, text, variableName } from "../fields";
import { MAX_CARDS, MAX_INTERACTIVE_TEXT, MAX_TEMPLATE_NAME, MAX_TEXT } from "../limits";
import { missing, tooLong, type Problem } from "../problems";
import type { Written } from "../written";

export const MEDIA_TYPES = ["image", "video", "audio", "voice", "document", "sticker"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const mediaSchema = z.looseObject({
  type: z.enum(MEDIA_TYPES),
  media_id: z.string().nullish(),
  provider_media_id: z.string().nullish(),
  link: z.string().nullish(),
  mime_type: z.string().nullish(),
  caption: z.string().nullish(),
  filename: z.string().nullish(),
});
const templateSchema = z.looseObject({
  name: z.string(),
  language: z.string().optional(),
  components: z.array(z.record(z.string(), z.unknown())).optional(),
  preview: z.string().optional(),
});
const locationSchema = z.looseObject({
  type: z.literal("location").optional(),
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().nullish(),
  address: z.string().nullish(),
});
const cardSchema = z.looseObject({
  formatted_name: z.string().optional(),
  phones: z.array(z.string()).optional(),
  emails: z.array(z.string()).optional(),
  organization: z.string().nullish(),
});

export const messageSchema = z.looseObject({
  text,
  media: mediaSchema.nullish(),
  template: templateSchema.nullish(),
  location: locationSchema.nullish(),
  contacts: z.array(cardSchema).optional(),
  buttons: optionsSchema.optional(),
  list: listSchema.nullish(),
  header: text,
  footer: text,
  save_as: text,
  retries,
  retry_text: text,
  timeout_minutes: minutes,
});
export type MessageData = z.infer<typeof messageSchema>;
export type Media = z.infer<typeof mediaSchema>;
export type Template = z.infer<typeof templateSchema>;
export type Location = z.infer<typeof locationSchema>;
export type Card = z.infer<typeof cardSchema>;

/** What a message is made of; the form shows one at a time. */
export const CONTENTS = ["text", "media", "template", "location", "contacts"] as const;
export type Content = (typeof CONTENTS)[number];

/** What the engine sends first of it. */
export function contentOf(data: MessageData): Content {
  if (data.template) return "template";
  if (data.media) return "media";
  if (!data.text && data.location) return "location";
  if (!data.text && data.contacts?.length) return "contacts";
  return "text";
}

export function menuOf(data: MessageData): Menu {
  return readMenu(data.buttons ?? [], data);
}

/** Whether it waits for something to be pressed. */
export function waits(data: MessageData): boolean {
  return choicesOf(menuOf(data)).length > 0;
}

/** Whether WhatsApp shows words beneath files of this type. */
export function hasCaption(type: MediaType): boolean {
  return type === "image" || type === "video" || type === "document";
}

/** What publishing would refuse. */
export function messageProblems(data: MessageData): Problem[] {
  const waiting = waits(data);
  const limit = waiting || data.media ? MAX_INTERACTIVE_TEXT : MAX_TEXT;
  const something = data.text || data.media || data.template || data.location || data.contacts?.length;
  return [
    ...(!something || (waiting && !data.text) ? [{ code: "empty_message", path: "text" }] : []),
    ...tooLong("text", data.text, limit),
    ...tooLong("retry_text", data.retry_text, waiting ? MAX_INTERACTIVE_TEXT : MAX_TEXT),
    ...menuProblems(menuOf(data), "buttons"),
    ...(data.media ? mediaProblems(data.media) : []),
    ...(data.template ? templateProblems(data.template) : []),
    ...(data.location ? locationProblems(data.location) : []),
    ...cardProblems(data.contacts ?? []),
  ];
}

function mediaProblems(media: Media): Problem[] {
  const given = [media.media_id, media.provider_media_id, media.link].filter(Boolean);
  const link = (media.link ?? "").trim().toLowerCase();
  const isOdd = link !== "" && !["https://", "{{", "{%"].some((start) => link.startsWith(start));
  return [
    ...(given.length === 1 ? [] : [{ code: "media_source", path: "media" }]),
    ...(isOdd ? [{ code: "media_link", path: "media.link" }] : []),
    ...(hasCaption(media.type) ? tooLong("media.caption", media.caption, MAX_INTERACTIVE_TEXT) : []),
  ];
}

const TEMPLATE_NAME = new RegExp(`^[a-z0-9_]{1,${MAX_TEMPLATE_NAME}}$`);
const TEMPLATE_LANGUAGE = /^[a-z]{2,3}(?:_[A-Z]{2,3})?$/;

function templateProblems(template: Template): Problem[] {
  return [
    ...(TEMPLATE_NAME.test(template.name) ? [] : [{ code: "template_name", path: "template.name" }]),
    ...(TEMPLATE_LANGUAGE.test(template.language ?? "pt_BR")
      ? []
      : [{ code: "template_language", path: "template.language" }]),
  ];
}

function locationProblems({ latitude, longitude }: Location): Problem[] {
  return [
    ...(Math.abs(latitude) > 90 ? [{ code: "location_nowhere", path: "location.latitude" }] : []),
    ...(Math.abs(longitude) > 180 ? [{ code: "location_nowhere", path: "location.longitude" }] : []),
  ];
}

function cardProblems(cards: readonly Card[]): Problem[] {
  return [
    ...(cards.length > MAX_CARDS
      ? [{ code: "too_many_contacts", path: "contacts", params: { limit: MAX_CARDS } }]
      : []),
    ...cards.flatMap((card, place) =>
      missing("contact_without_name", `contacts[${place}].formatted_name`, card.formatted_name),
    ),
  ];
}

export function messageWrites(data: MessageData): Written[] {
  return [{ name: variableName(data.save_as), type: "text" }];
}
