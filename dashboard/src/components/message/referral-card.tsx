import { MegaphoneIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { hrefOf } from "./format-text";

const SHAPE = z.object({
  headline: z.string().nullish(),
  body: z.string().nullish(),
  source_url: z.string().nullish(),
  source_type: z.string().nullish(),
});

/** The advertisement that a message came from. Its picture is not loaded: it lies with others. */
export function ReferralCard({ referral }: { referral: unknown }) {
  const { t } = useTranslation("message");
  const read = SHAPE.safeParse(referral);
  if (!read.success) return null;
  const { headline, body, source_url: source } = read.data;
  const href = source ? hrefOf(source) : null;
  return (
    <div className="mb-1 grid gap-0.5 rounded border-l-4 border-info bg-foreground/5 px-2 py-1.5 text-xs">
      <p className="flex items-center gap-1 font-medium">
        <MegaphoneIcon aria-hidden className="size-3.5" /> {t("referral.title")}
      </p>
      {headline && <p className="font-medium">{headline}</p>}
      {body && <p className="line-clamp-3">{body}</p>}
      {href && (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          className="break-all text-tick underline underline-offset-2"
        >
          {t("referral.open")}
        </a>
      )}
    </div>
  );
}
