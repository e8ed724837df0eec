import { useTranslation } from "react-i18next";
import { usePeople } from "../../hooks/use-people";
import { usePresence } from "../../stores/presence";

/** Which colleagues write an answer just now. */
export function TypingLine({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("inbox");
  const { nameOf } = usePeople();
  const users = usePresence((state) => state.typing[conversationId]);
  const names = Object.keys(users ?? {}).map((id) => nameOf(id) ?? t("thread.somebody"));
  return (
    <p aria-live="polite" className="pointer-events-none absolute bottom-1 left-4 text-xs text-muted-foreground">
      {names.length > 0 && (
        <span className="rounded-md bg-background/90 px-2 py-1">
          {t("thread.typing", { count: names.length, names: names.join(", ") })}
        </span>
      )}
    </p>
  );
}
