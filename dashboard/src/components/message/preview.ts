import type { TFunction } from "i18next";
import { wordsOf, type MessageContent } from "./content";
import { plainText } from "./format-text";

/** A message in one line: its words, or what it is. `t` is of the namespace `message`. */
export function previewOf(content: MessageContent, t: TFunction<"message">): string {
  const words = wordsOf(content);
  if (words) return plainText(words);
  if (content.type === "document" && content.filename) return content.filename;
  if (content.type === "location" && content.name) return content.name;
  if (content.type === "contacts" && content.cards?.[0]?.formatted_name) return content.cards[0].formatted_name;
  if (content.type === "reaction" && content.emoji) return content.emoji;
  return t(`kind.${content.type}`);
}
