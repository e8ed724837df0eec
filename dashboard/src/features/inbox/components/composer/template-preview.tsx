import { CopyIcon, ExternalLinkIcon, PhoneIcon, ReplyIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { FileView } from "@/components/message/file-view";
import { FormattedText } from "@/components/message/formatted-text";
import { Skeleton } from "@/components/ui/skeleton";

const ICONS: Record<string, typeof ReplyIcon> = {
  url: ExternalLinkIcon,
  phone_number: PhoneIcon,
  copy_code: CopyIcon,
  otp: CopyIcon,
};

type Props = {
  preview: Schema<"TemplatePreview"> | undefined;
  media: Schema<"PreviewTemplateRequest">["header_media"];
};

/** A filled template as it stands in the contact's phone. */
export function TemplatePreview({ preview, media }: Props) {
  const { t } = useTranslation("inbox");
  if (!preview) return <Skeleton className="h-32 w-full max-w-sm" />;
  return (
    <div
      aria-live="polite"
      className="max-w-sm overflow-hidden rounded-lg rounded-tr-none bg-bubble-out text-bubble-out-foreground shadow-xs"
    >
      <div className="grid gap-1 px-2.5 py-1.5">
        {media ? <FileView file={media} /> : null}
        {preview.header_media && !media ? (
          <p className="rounded bg-foreground/5 px-2 py-6 text-center text-xs">{t("templatePicker.fileHere")}</p>
        ) : null}
        {preview.header ? <p className="font-semibold break-words">{preview.header}</p> : null}
        <FormattedText body={preview.body} />
        {preview.footer ? <p className="text-xs break-words opacity-80">{preview.footer}</p> : null}
      </div>
      <ul className="divide-y divide-foreground/10 border-t border-foreground/10 empty:hidden">
        {preview.buttons.map((button, at) => {
          const Icon = ICONS[button.type] ?? ReplyIcon;
          return (
            <li key={at} className="flex items-center justify-center gap-1.5 px-2 py-2 text-sm font-medium text-tick">
              <Icon aria-hidden className="size-3.5 shrink-0" />
              <span className="truncate">{button.text ?? t("templatePicker.copyCode")}</span>
              {button.url ? <span className="sr-only">{button.url}</span> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
