import { useTranslation } from "react-i18next";
import type { MessageContent } from "@/components/message/content";
import { MessageContentView } from "@/components/message/message-content";
import { choicesOf } from "../choices";
import { MAX_BUTTONS } from "../limits";
import { contentOf, hasCaption, menuOf, type MessageData } from "./model";

/** How WhatsApp will show a message; what variables hold is not known yet, so their names stand there. */
export function MessagePreview({ data }: { data: MessageData }) {
  const { t } = useTranslation("flow-nodes");
  const contents = previewsOf(data, t("choices.openButtonExample"));
  if (!contents.length) return null;
  return (
    <section aria-label={t("preview.title")} className="flex min-w-0 flex-col gap-1.5">
      <h4 className="text-xs font-medium text-muted-foreground">{t("preview.title")}</h4>
      <div className="flex min-w-0 flex-col items-start gap-1.5 rounded-md bg-thread p-3">
        {contents.map((content, place) => (
          <div key={place} className="max-w-full min-w-0 rounded-lg bg-bubble-in px-2.5 py-1.5 shadow-xs">
            <MessageContentView content={content} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** The messages that the engine sends of a node, as far as they are known before anything is filled in. */
export function previewsOf(data: MessageData, openList: string): MessageContent[] {
  const content = contentOf(data);
  const media = data.media ? [{ ...data.media, ...captionOf(data) } as MessageContent] : [];
  const isHere = (data.media?.link ?? "").includes("{") ? [] : media;
  if (choicesOf(menuOf(data)).length > 0) return [...isHere, offered(data, openList)];
  if (content === "media") return isHere;
  if (content === "text" && data.text)
    return [{ type: "text", body: shown(data.text), preview_url: false }, ...placeOf(data)];
  if (content === "template" && data.template?.preview)
    return [{ type: "text", body: shown(data.template.preview), preview_url: false }];
  return placeOf(data);
}

function placeOf({ location, contacts = [] }: MessageData): MessageContent[] {
  const cards = contacts.map((card) => ({ ...card, formatted_name: card.formatted_name ?? "" }));
  return [
    ...(location ? [{ ...location, type: "location" as const }] : []),
    ...(cards.length ? [{ type: "contacts" as const, cards }] : []),
  ];
}

function offered(data: MessageData, openList: string): MessageContent {
  const menu = menuOf(data);
  const around = { header: shown(menu.header) || null, footer: shown(menu.footer) || null };
  const body = shown(data.text ?? "");
  const choices = choicesOf(menu);
  if (menu.style === "buttons" && choices.length <= MAX_BUTTONS)
    return { type: "button", body, buttons: choices, ...around };
  const sections = menu.style === "buttons" ? [{ title: "", rows: choices }] : menu.sections;
  return { type: "list", body, button: menu.button || openList, sections, ...around };
}

function captionOf(data: MessageData): { caption?: string } {
  const isCaption = data.media && hasCaption(data.media.type) && choicesOf(menuOf(data)).length === 0;
  return isCaption ? { caption: shown(data.media?.caption || data.text || "") } : {};
}

/** A text with the names of its variables in place of their values. */
function shown(text: string): string {
  return text.replace(/\{\{-?\s*([\w.[\]]+)[^}]*\}\}/g, "‹$1›").replace(/\{%[^%]*%\}/g, "");
}
