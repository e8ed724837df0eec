import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { contentOf } from "./content";
import { KindIcon } from "./kind-icon";
import { previewOf } from "./preview";

type Props = { quoted: Schema<"QuotedShown">; contactName?: string; onClick?: () => void };

/** The message that another answers, in two lines; a press goes there. */
export function Quote({ quoted, contactName, onClick }: Props) {
  const { t } = useTranslation("message");
  const content = contentOf(quoted.content);
  const who = quoted.direction === "inbound" ? (contactName ?? t("sender.contact")) : t(`sender.${quoted.sender}`);
  const body = (
    <>
      <span className="block truncate text-xs font-medium text-tick">{who}</span>
      <span className="line-clamp-2 text-xs">
        <KindIcon type={content.type} className="mr-1 inline size-3 align-[-0.1em]" />
        {quoted.revoked_at ? t("revoked") : previewOf(content, t)}
      </span>
    </>
  );
  const look = "mb-1 block w-full min-w-32 rounded border-l-4 border-tick bg-foreground/5 px-2 py-1 text-left";
  if (!onClick) return <div className={look}>{body}</div>;
  return (
    <button
      type="button"
      className={`${look} outline-none hover:bg-foreground/10 focus-visible:ring-[3px] focus-visible:ring-ring/60`}
      aria-label={t("quote.goTo", { who, text: quoted.revoked_at ? t("revoked") : previewOf(content, t) })}
      onClick={onClick}
    >
      {body}
    </button>
  );
}
