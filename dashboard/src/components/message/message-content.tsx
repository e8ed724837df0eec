import { BanIcon, InfoIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonChoices, ListChoices, LocationChoice, UrlChoice, type Choosing } from "./choices";
import { ContactCards } from "./contact-cards";
import { fileOf, type ContentOf, type MessageContent } from "./content";
import { FileView } from "./file-view";
import { FormattedText } from "./formatted-text";
import { LocationCard } from "./location-card";
import { OrderCard } from "./order-card";
import { TemplateContent } from "./template-content";
import type { FileFacts } from "./use-file";

type Props = Choosing & {
  content: MessageContent;
  /** What the message says of its file. */
  media?: FileFacts | null;
  previewUrl?: string;
  onOpenFile?: () => void;
};

/** What a message holds, whatever its kind, without the bubble around it. */
export function MessageContentView({ content, media, previewUrl, onOpenFile, ...choosing }: Props) {
  const file = fileOf(content);
  return (
    <>
      {file && (
        <div className="mb-1">
          <FileView file={file} shown={media} previewUrl={previewUrl} onOpen={onOpenFile} />
        </div>
      )}
      <Words content={content} {...choosing} />
    </>
  );
}

function Words({ content, ...choosing }: Choosing & { content: MessageContent }) {
  const { t } = useTranslation("message");
  switch (content.type) {
    case "text":
      return <FormattedText body={content.body} />;
    case "image":
    case "video":
    case "document":
      return content.caption ? <FormattedText body={content.caption} /> : null;
    case "audio":
    case "voice":
    case "sticker":
      return null;
    case "location":
      return <LocationCard location={content} />;
    case "contacts":
      return <ContactCards contacts={content} />;
    case "button":
      return (
        <Framed content={content}>
          <ButtonChoices buttons={content.buttons} {...choosing} />
        </Framed>
      );
    case "list":
      return (
        <Framed content={content}>
          <ListChoices list={content} {...choosing} />
        </Framed>
      );
    case "cta_url":
      return (
        <Framed content={content}>
          <UrlChoice url={content.url} label={content.display_text} />
        </Framed>
      );
    case "location_request":
      return (
        <>
          <FormattedText body={content.body} />
          <LocationChoice />
        </>
      );
    case "template":
      return <TemplateContent template={content} />;
    case "interactive":
      return <Chosen answer={content} />;
    case "order":
      return <OrderCard order={content} />;
    case "reaction":
      return content.emoji ? <FormattedText body={content.emoji} /> : <Notice>{t("reaction.removed")}</Notice>;
    case "system":
      return <Notice>{content.body || t("kind.system")}</Notice>;
    case "edit":
      return <FormattedText body={content.body ?? ""} />;
    case "revoke":
      return <Notice isGone>{t("revoked")}</Notice>;
    case "unsupported":
      return <Notice>{t("unsupported")}</Notice>;
  }
}

type Headed = ContentOf<"button"> | ContentOf<"list"> | ContentOf<"cta_url">;

function Framed({ content, children }: { content: Headed; children: ReactNode }) {
  return (
    <>
      {content.header && <p className="mb-0.5 font-semibold break-words">{content.header}</p>}
      <FormattedText body={content.body} />
      {content.footer && <p className="mt-0.5 text-xs break-words opacity-80">{content.footer}</p>}
      {children}
    </>
  );
}

function Chosen({ answer }: { answer: ContentOf<"interactive"> }) {
  const { t } = useTranslation("message");
  return (
    <>
      <FormattedText body={answer.title || t(answer.kind === "form" ? "answer.form" : "kind.interactive")} />
      {answer.description && <p className="text-xs opacity-80">{answer.description}</p>}
    </>
  );
}

function Notice({ isGone, children }: { isGone?: boolean; children: ReactNode }) {
  const Icon = isGone ? BanIcon : InfoIcon;
  return (
    <p className="flex items-start gap-1.5 italic opacity-80">
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" /> <span>{children}</span>
    </p>
  );
}
