import { useTranslation } from "react-i18next";
import type { StoryRow } from "@/api/conversations/list-timeline";
import { formatDateTime, formatTime } from "@/lib/format";
import { useStoryWords } from "../../hooks/use-story-words";

/** One thing that happened to the conversation, in a line. */
export function StoryLine({ story }: { story: StoryRow }) {
  const { t } = useTranslation("inbox");
  const { words, reason } = useStoryWords(story);
  return (
    <p className="mx-auto w-fit max-w-[90%] rounded-md bg-background/70 px-2.5 py-1 text-center text-xs text-muted-foreground">
      {words}
      {reason && (
        <span className="block italic [overflow-wrap:anywhere]">{t("thread.story.reason", { reason })}</span>
      )}{" "}
      <time dateTime={story.at} title={formatDateTime(story.at)} className="tabular-nums">
        {formatTime(story.at)}
      </time>
    </p>
  );
}
