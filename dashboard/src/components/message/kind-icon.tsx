import {
  ContactIcon,
  FileTextIcon,
  ImageIcon,
  LayoutTemplateIcon,
  ListIcon,
  MapPinIcon,
  MicIcon,
  Music2Icon,
  ReplyIcon,
  ShoppingCartIcon,
  StickerIcon,
  VideoIcon,
  type LucideIcon,
} from "lucide-react";
import type { MessageContent } from "./content";

const ICONS: Partial<Record<MessageContent["type"], LucideIcon>> = {
  image: ImageIcon,
  video: VideoIcon,
  audio: Music2Icon,
  voice: MicIcon,
  document: FileTextIcon,
  sticker: StickerIcon,
  location: MapPinIcon,
  location_request: MapPinIcon,
  contacts: ContactIcon,
  list: ListIcon,
  template: LayoutTemplateIcon,
  interactive: ReplyIcon,
  order: ShoppingCartIcon,
};

/** The icon of a kind of message; text has none. */
export function KindIcon({ type, className }: { type: string; className?: string }) {
  const Icon = ICONS[type as MessageContent["type"]];
  return Icon ? <Icon aria-hidden className={className} /> : null;
}
