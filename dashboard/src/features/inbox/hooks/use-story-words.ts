import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { StoryRow } from "@/api/conversations/list-timeline";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { formatDateTime } from "@/lib/format";
import { storyFacts } from "../utils/story";
import { usePeople } from "./use-people";

const ACTORS = ["user", "bot", "contact", "rule", "system"];

/** An entry of the timeline in a sentence, and the reason that somebody gave. */
export function useStoryWords(story: StoryRow): { words: string; reason: string | null } {
  const { t } = useTranslation("inbox");
  const { nameOf } = usePeople();
  const departments = useQuery(departmentDirectoryQuery).data?.items;
  const facts = storyFacts(story);
  const actor = ACTORS.includes(story.actor) ? story.actor : "system";
  const who = (story.user_id && nameOf(story.user_id)) || t(`thread.actor.${actor}`);
  const department = departments?.find(({ id }) => id === facts.toDepartment)?.name;
  const user = facts.toUser && nameOf(facts.toUser);
  const until = facts.until && formatDateTime(facts.until, { dateStyle: "short", timeStyle: "short" });
  const words = t(`thread.story.${facts.kind}`, {
    context: contextOf(facts.kind, { user, department, until }),
    who,
    to: user || department,
    department,
    until,
    tags: facts.tags,
    score: facts.score,
    rule: facts.rule,
    priority: facts.priority && t(`priority.${facts.priority}`),
    promise: facts.promise && t(`promise.${facts.promise === "resolution" ? "resolution" : "first_response"}`),
  });
  return { words, reason: facts.reason };
}

type Known = { user?: string | null; department?: string; until?: string | null };

/** Which wording fits what is known. */
function contextOf(kind: string, { user, department, until }: Known): string | undefined {
  if (kind === "transferred" || kind === "assigned") return user || department ? undefined : "unknown";
  if (kind === "waiting" || kind === "department_changed") return department ? undefined : "unknown";
  if (kind === "snoozed") return until ? undefined : "message";
  return undefined;
}
