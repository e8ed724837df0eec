import { useInfiniteQuery } from "@tanstack/react-query";
import { AlarmClockIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { contactConversationsQuery } from "@/api/contacts/list-contact-conversations";
import type { Schema } from "@/api/types";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/hooks/use-now";
import type { Conversation } from "../../utils/patch-conversation";
import { Section } from "./section";

type SlaPromise = Schema<"PromiseShown">;

/** How a promise stands: `late` once its time is over, `soon` from its warning on. */
export function stateOf(promise: SlaPromise, now: number): "late" | "soon" | "open" {
  if (promise.breached_at || Date.parse(promise.due_at) <= now) return "late";
  return Date.parse(promise.warn_at) <= now ? "soon" : "open";
}

const LOOK = { late: "destructive", soon: "warning", open: "secondary" } as const;

/** What was promised to the contact and is not kept yet; nothing where nothing is open. */
export function PromisesSection({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const now = useNow();
  const rows = useInfiniteQuery(contactConversationsQuery(conversation.contact_id)).data?.pages.flatMap(
    ({ items }) => items,
  );
  const promises = rows?.find(({ id }) => id === conversation.id)?.sla ?? conversation.sla ?? [];
  const open = promises.filter(({ met_at }) => met_at === null);
  if (open.length === 0) return null;
  return (
    <Section name="promises" count={open.length}>
      <ul className="grid gap-2">
        {open.map((promise) => {
          const state = stateOf(promise, now);
          return (
            <li key={`${promise.policy_id} ${promise.kind}`} className="flex items-start gap-2 text-sm">
              <AlarmClockIcon aria-hidden className="mt-0.5 size-4 text-muted-foreground" />
              <div className="min-w-0 flex-1">
                <p>{t(`panel.promises.${promise.kind}`, { defaultValue: promise.kind })}</p>
                <p className="truncate text-xs text-muted-foreground">{promise.policy_name}</p>
              </div>
              <Badge variant={LOOK[state]}>
                {t(`panel.promises.${state}`)} <RelativeTime at={promise.due_at} />
              </Badge>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
