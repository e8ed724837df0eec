import {
  CopyIcon,
  ExternalLinkIcon,
  FileTextIcon,
  ImageIcon,
  MapPinIcon,
  PhoneIcon,
  ReplyIcon,
  VideoIcon,
  WorkflowIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { FormattedText } from "@/components/message/formatted-text";
import type { Draft, DraftButton, HeaderFormat } from "../utils/draft";
import { fill } from "../utils/gaps";

const BUTTON_ICONS = {
  QUICK_REPLY: ReplyIcon,
  URL: ExternalLinkIcon,
  PHONE_NUMBER: PhoneIcon,
  COPY_CODE: CopyIcon,
  FLOW: WorkflowIcon,
};
const HEADER_ICONS: Partial<Record<HeaderFormat, typeof ImageIcon>> = {
  IMAGE: ImageIcon,
  VIDEO: VideoIcon,
  DOCUMENT: FileTextIcon,
  LOCATION: MapPinIcon,
};

function Header({ draft, fileUrl }: { draft: Draft; fileUrl: string | null }) {
  const { t } = useTranslation("templates");
  const { format, text, example, sample } = draft.header;
  if (format === "NONE") return null;
  if (format === "TEXT") {
    const words = text.replace(/\{\{[^{}]*\}\}/, (gap) => example || gap);
    return <p className="font-semibold break-words">{words}</p>;
  }
  if (format === "IMAGE" && fileUrl)
    return <img src={fileUrl} alt="" className="max-h-48 w-full rounded-md object-cover" />;
  const Icon = HEADER_ICONS[format] ?? FileTextIcon;
  return (
    <div className="flex min-h-24 items-center justify-center gap-2 rounded-md bg-foreground/10 p-3 text-xs">
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className="break-all">{sample && "filename" in sample ? sample.filename : t(`header.${format}`)}</span>
    </div>
  );
}

function ButtonLine({ button }: { button: Pick<DraftButton, "type" | "text"> }) {
  const { t } = useTranslation("templates");
  const Icon = BUTTON_ICONS[button.type];
  const text = button.text || t(button.type === "COPY_CODE" ? "preview.copyCode" : "preview.button");
  return (
    <li className="flex min-h-9 items-center justify-center gap-2 border-t border-current/15 px-2 py-1.5 text-tick first:border-t">
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 truncate font-medium">{text}</span>
    </li>
  );
}

/** Meta writes the text of a code to log in by itself; this is what it says. */
function useWords(draft: Draft): { body: string; footer: string } {
  const { t } = useTranslation("templates");
  if (draft.category !== "authentication") {
    return { body: fill(draft.body.text, draft.body.examples), footer: draft.footer };
  }
  const { warns, minutes } = draft.code;
  const body = [t("preview.code"), ...(warns ? [t("preview.codeWarning")] : [])].join(" ");
  return { body, footer: t("preview.codeFooter", { count: minutes }) };
}

/** A template as the customer's phone shows it, its gaps filled with the examples. */
export function PhonePreview({ draft, fileUrl = null }: { draft: Draft; fileUrl?: string | null }) {
  const { t } = useTranslation("templates");
  const isCode = draft.category === "authentication";
  const { body, footer } = useWords(draft);
  const buttons = isCode ? [{ type: "COPY_CODE" as const, text: draft.code.text }] : draft.buttons;
  return (
    <section aria-label={t("preview.title")} className="rounded-xl border bg-thread p-4">
      <article className="w-full max-w-80 overflow-hidden rounded-lg rounded-tl-none bg-bubble-in text-bubble-in-foreground shadow-xs">
        <div className="grid gap-1.5 px-2.5 py-2">
          {!isCode && <Header draft={draft} fileUrl={fileUrl} />}
          {body ? <FormattedText body={body} /> : <p className="italic opacity-70">{t("preview.empty")}</p>}
          {footer && <p className="text-xs break-words opacity-75">{footer}</p>}
        </div>
        {buttons.length > 0 && (
          <ul>
            {buttons.map((button, place) => (
              <ButtonLine key={place} button={button} />
            ))}
          </ul>
        )}
      </article>
    </section>
  );
}
