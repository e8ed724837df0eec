import EmojiPicker, { EmojiStyle, SuggestionMode, Theme } from "emoji-picker-react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "@/lib/language";

const load = () =>
  currentLanguage() === "pt-BR"
    ? import("emoji-picker-react/data/emojis-pt")
    : import("emoji-picker-react/data/emojis-en");

/** The picker's own colours, as ours. */
const LOOK: Record<`--epr-${string}`, string> = {
  "--epr-bg-color": "var(--popover)",
  "--epr-category-label-bg-color": "var(--popover)",
  "--epr-text-color": "var(--muted-foreground)",
  "--epr-search-input-bg-color": "var(--background)",
  "--epr-search-input-text-color": "var(--foreground)",
  "--epr-search-input-placeholder-color": "var(--muted-foreground)",
  "--epr-highlight-color": "var(--primary)",
  "--epr-hover-bg-color": "var(--accent)",
  "--epr-focus-bg-color": "var(--accent)",
  "--epr-picker-border-color": "transparent",
  "--epr-category-navigation-button-size": "24px",
};

/** All emoji by kind and name, drawn with the machine's own font. */
export function EmojiPanel({ onChoose }: { onChoose: (emoji: string) => void }) {
  const { t } = useTranslation("inbox");
  return (
    <EmojiPicker
      emojiStyle={EmojiStyle.NATIVE}
      emojiData={load}
      theme={document.documentElement.classList.contains("dark") ? Theme.DARK : Theme.LIGHT}
      suggestedEmojisMode={SuggestionMode.RECENT}
      searchPlaceHolder={t("composer.emojiSearch")}
      searchLabel={t("composer.emojiSearch")}
      previewConfig={{ showPreview: false }}
      width={320}
      height={352}
      style={LOOK}
      lazyLoadEmojis
      onEmojiClick={({ emoji }) => onChoose(emoji)}
    />
  );
}
