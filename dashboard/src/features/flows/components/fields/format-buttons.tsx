import { Bold, Code, Italic, Strikethrough } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";

const SIGNS = [
  { key: "bold", sign: "*", icon: Bold },
  { key: "italic", sign: "_", icon: Italic },
  { key: "strike", sign: "~", icon: Strikethrough },
  { key: "mono", sign: "```", icon: Code },
] as const;

/** Puts WhatsApp's marks around what is selected. */
export function FormatButtons({ onWrap }: { onWrap: (sign: string) => void }) {
  const { t } = useTranslation("flow-nodes");
  return SIGNS.map(({ key, sign, icon: Icon }) => (
    <Button
      key={key}
      variant="ghost"
      size="icon-sm"
      className="size-6"
      aria-label={t(`fields.format.${key}`)}
      onClick={() => onWrap(sign)}
    >
      <Icon aria-hidden />
    </Button>
  ));
}
