import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "@/components/ui/kbd";
import { keysOf } from "@/lib/shortcuts";
import { cn } from "@/lib/utils";

/** The keys of a shortcut, as `useShortcut` takes them. */
export function ShortcutKeys({ keys, className }: { keys: string; className?: string }) {
  const { t } = useTranslation("common");
  return (
    <span className={cn("inline-flex items-center gap-1", className)}>
      {keysOf(keys).map((press, at) => (
        <Fragment key={at}>
          {at > 0 && <span className="text-xs text-muted-foreground">{t("then")}</span>}
          {press.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
