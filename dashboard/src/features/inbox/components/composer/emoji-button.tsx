import { SmileIcon } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";

const EmojiPanel = lazy(() => import("./emoji-panel").then(({ EmojiPanel: Panel }) => ({ default: Panel })));

/** Offers emoji; their names are fetched when somebody first looks for one. */
export function EmojiButton({ onChoose }: { onChoose: (emoji: string) => void }) {
  const { t } = useTranslation("inbox");
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("composer.emoji")}>
          <SmileIcon aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="start"
        side="top"
        className="w-auto overflow-hidden p-0"
        aria-label={t("composer.emoji")}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <Suspense fallback={<Skeleton className="h-[22rem] w-[20rem]" />}>
          <EmojiPanel
            onChoose={(emoji) => {
              setOpen(false);
              onChoose(emoji);
            }}
          />
        </Suspense>
      </PopoverContent>
    </Popover>
  );
}
