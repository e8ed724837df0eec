import type { TFunction } from "i18next";
import type { StoryRow } from "@/api/conversations/list-timeline";
import { formatDateTime } from "@/lib/format";
import { storyFacts, type StoryFacts } from "./story";

export type StoryNames = {
  user: (id: string) => string | undefined;
  department: (id: string) => string | undefined;
};

const ACTORS = ["user", "bot", "contact", "rule", "system"];

/** An entry of the timeline in a sentence, and the reason that somebody gave. */
export function storyWords(
  story: Pick<StoryRow, "kind" | "actor" | "user_id" | "data">,
  t: TFunction<"inbox">,
  names: StoryNames,
): { words: string; reason: string | null } {
  const facts = storyFacts(story);
  const actor = ACTORS.includes(story.actor) ? story.actor : "system";
  const who = (story.user_id && names.user(story.user_id)) || t(`thread.actor.${actor}`);
  const department = facts.toDepartment ? names.department(facts.toDepartment) : undefined;
  const to = facts.toUser ? names.user(facts.toUser) : department;
  const words = t(`thread.story.${facts.kind}`, {
    context: contextOf(facts, { to, department, actor }),
    who,
    to,
    department,
    until: facts.until && formatDateTime(facts.until, { dateStyle: "short", timeStyle: "short" }),
    tags: facts.tags,
    score: facts.score,
    rule: facts.rule,
    priority: facts.priority && t(`priority.${facts.priority}`),
    promise: facts.promise && t(`promise.${facts.promise === "resolution" ? "resolution" : "first_response"}`),
  });
  return { words, reason: facts.reason };
}

type Known = { to?: string; department?: string; actor: string };

/** Which wording fits what is known. */
function contextOf({ kind, until, obstacle }: StoryFacts, { to, department, actor }: Known): string | undefined {
  if (kind === "transferred" || kind === "assigned") return to ? undefined : "unknown";
  if (kind === "department_changed") return department ? undefined : "unknown";
  if (kind === "waiting") return department ? (actor === "user" ? "user" : undefined) : "unknown";
  if (kind === "snoozed") return until ? undefined : "message";
  if (kind === "flow_not_started") return obstacle ?? undefined;
  return undefined;
}
