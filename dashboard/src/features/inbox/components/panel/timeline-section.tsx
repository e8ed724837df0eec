import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { timelineQuery, type StoryRow } from "@/api/conversations/list-timeline";
import { Loaded } from "@/components/loaded";
import { RelativeTime } from "@/components/relative-time";
import { useStoryWords } from "../../hooks/use-story-words";

/** What happened to the conversation, the newest first: who took it, passed it on, resolved it. */
export function TimelineSection({ conversationId }: { conversationId: string }) {
  const query = useQuery(timelineQuery(conversationId));
  return (
    <Loaded query={query}>
      {(page) => (
        <ol className="grid gap-2.5 border-l pl-3">
          {page.items.map((entry) => (
            <li key={entry.id} className="relative">
              <span
                aria-hidden
                className="absolute top-1.5 -left-[0.95rem] size-1.5 rounded-full bg-muted-foreground"
              />
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}

function Entry({ entry }: { entry: StoryRow }) {
  const { t } = useTranslation("inbox");
  const { words, reason } = useStoryWords(entry);
  return (
    <>
      <p className="text-sm">{entry.kind === "noted" ? t("panel.noted") : words}</p>
      <p className="text-xs text-muted-foreground">
        <RelativeTime at={entry.at} />
      </p>
      {reason ? <p className="text-xs break-words text-muted-foreground italic">{reason}</p> : null}
    </>
  );
}
