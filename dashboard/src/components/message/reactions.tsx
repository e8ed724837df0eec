import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";

/** The emoji that people put on a message. */
export function Reactions({ reactions }: { reactions: readonly Schema<"ReactionShown">[] }) {
  const { t } = useTranslation("message");
  if (reactions.length === 0) return null;
  return (
    <ul className="relative z-10 -mt-1.5 flex gap-1 px-2">
      {reactions.map(({ side, emoji }) => (
        <li
          key={side}
          title={t(`reaction.${side}`)}
          className="rounded-full border bg-card px-1.5 py-0.5 text-sm leading-none text-card-foreground shadow-xs"
        >
          <span aria-hidden>{emoji}</span>
          <span className="sr-only">{t("reaction.label", { emoji, by: t(`reaction.${side}`) })}</span>
        </li>
      ))}
    </ul>
  );
}
