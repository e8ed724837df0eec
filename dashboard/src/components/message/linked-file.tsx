import { LinkIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { hrefOf } from "./format-text";

/** A file at a public address: named, never loaded from there by itself. */
export function LinkedFile({ kind, link }: { kind: string; link: string }) {
  const { t } = useTranslation("message");
  const href = hrefOf(link);
  return (
    <p className="flex max-w-64 items-center gap-2 rounded bg-foreground/5 px-3 py-2.5 text-xs">
      <LinkIcon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">
        <span className="block font-medium">{t(`kind.${kind}`)}</span>
        {href ? (
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            className="break-all text-tick underline underline-offset-2"
          >
            {link}
          </a>
        ) : (
          link
        )}
      </span>
    </p>
  );
}
