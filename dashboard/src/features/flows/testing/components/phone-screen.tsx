import { CircleAlert, Play } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { MessageBubble } from "@/components/message/message-bubble";
import { Button } from "@/components/ui/button";
import { formatDuration } from "@/lib/format";
import { cn } from "@/lib/utils";
import { choicesNow, type PhoneItem, phoneItems } from "../utils/phone";
import type { Rehearsal } from "../utils/turns";
import { FailureText } from "./failure-text";

type Props = {
  rehearsal: Rehearsal;
  isPlaying: boolean;
  isEmpty: boolean;
  onChoose: (title: string) => void;
  onBegin: () => void;
};

/** The conversation; what is new is scrolled to and read out. */
export function PhoneScreen({ rehearsal, isPlaying, isEmpty, onChoose, onBegin }: Props) {
  const { t } = useTranslation("flow-panels");
  const items = useMemo(() => phoneItems(rehearsal.turns), [rehearsal]);
  const open = useMemo(() => new Set(choicesNow(rehearsal.turns).map((one) => one.title)), [rehearsal]);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [items.length]);
  return (
    <div
      role="log"
      aria-label={t("test.conversation")}
      aria-busy={isPlaying}
      // A region that scrolls can be reached by the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={cn(
        "min-h-0 flex-1 space-y-2 overflow-y-auto bg-thread p-3 outline-none focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset",
        isPlaying && "opacity-80",
      )}
    >
      {isEmpty && <Beginning onBegin={onBegin} />}
      {items.map((item, at) => (
        <Item
          key={item.id}
          item={item}
          onChoose={isOffering(items, at) ? (title) => open.has(title) && onChoose(title) : undefined}
        />
      ))}
      <div ref={end} />
    </div>
  );
}

/** Choices can be pressed on the last message that has some. */
function isOffering(items: readonly PhoneItem[], at: number): boolean {
  return at === items.findLastIndex((one) => one.kind === "message" && hasChoices(one));
}

function hasChoices(item: PhoneItem & { kind: "message" }): boolean {
  const content = item.message.content;
  const type = typeof content === "object" && content !== null && "type" in content ? content.type : null;
  return item.message.direction === "outbound" && (type === "button" || type === "list");
}

function Beginning({ onBegin }: { onBegin: () => void }) {
  const { t } = useTranslation("flow-panels");
  return (
    <div className="flex flex-col items-center gap-3 p-6 text-center text-muted-foreground">
      <p>{t("test.empty")}</p>
      <Button variant="outline" size="sm" onClick={onBegin}>
        <Play aria-hidden /> {t("test.begin")}
      </Button>
    </div>
  );
}

function Item({ item, onChoose }: { item: PhoneItem; onChoose?: (title: string) => void }) {
  const { t } = useTranslation("flow-panels");
  if (item.kind === "message")
    return (
      <MessageBubble
        message={item.message}
        perspective="contact"
        onChoose={onChoose && (({ title }) => onChoose(title))}
      />
    );
  if (item.kind === "failure")
    return (
      <div
        role="alert"
        className="flex gap-2 rounded-md border border-destructive/40 bg-destructive/10 px-3 py-2 text-xs text-destructive"
      >
        <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        <FailureText failure={item.failure} />
      </div>
    );
  const text =
    item.kind === "time"
      ? t("test.later", { time: formatDuration(item.seconds) })
      : t(`test.events.${item.event}`, { detail: item.detail });
  return <p className="mx-auto w-fit rounded-full bg-card px-3 py-1 text-xs text-muted-foreground shadow-xs">{text}</p>;
}
