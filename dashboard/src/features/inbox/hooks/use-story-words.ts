import { useTranslation } from "react-i18next";
import type { StoryRow } from "@/api/conversations/list-timeline";
import { storyWords } from "../utils/story-words";
import { useNames } from "./use-names";

/** An entry of the timeline in a sentence with the names of whom it is about, and the reason that somebody gave. */
export function useStoryWords(story: StoryRow): { words: string; reason: string | null } {
  const { t } = useTranslation("inbox");
  const { user, department } = useNames();
  return storyWords(story, t, { user, department });
}
