import { useQuery } from "@tanstack/react-query";
import { Smartphone } from "lucide-react";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { Loaded } from "@/components/loaded";
import { Badge } from "@/components/ui/badge";
import { formatPhone } from "@/lib/format";
import { SettingsCard } from "../../components/settings-card";
import { useTexts } from "../../kit/use-texts";
import { botFlowsQuery, type NumberFlows } from "../api/list-bot-flows";

/** Every number, and the flows that a message on it may start, in the order in which they are asked. */
export function NumbersCard() {
  const { t } = useTexts();
  const numbers = useQuery(botFlowsQuery);
  return (
    <Loaded query={numbers}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState icon={Smartphone} title={t("bot.no-numbers")} description={t("bot.no-numbers-hint")} />
        ) : (
          items.map((one) => <NumberCard key={one.id} number={one} />)
        )
      }
    </Loaded>
  );
}

function NumberCard({ number }: { number: NumberFlows }) {
  const { t } = useTexts();
  return (
    <SettingsCard
      title={number.name}
      description={formatPhone(number.phone_number)}
      action={number.is_active ? undefined : <Badge variant="secondary">{t("kit.inactive")}</Badge>}
    >
      <p className="mb-2 text-sm">
        {number.chatbot_id ? (
          <Link to={`/chatbots/${number.chatbot_id}`} className="underline underline-offset-4">
            {t("bot.chatbot", { name: number.chatbot_name })}
          </Link>
        ) : (
          t("bot.no-chatbot")
        )}
      </p>
      {number.flows.length === 0 && <p className="text-sm text-muted-foreground">{t("bot.no-flows")}</p>}
      <ol className="divide-y text-sm">
        {number.flows.map((flow, at) => (
          <li key={`${flow.id}/${at}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="text-muted-foreground tabular-nums">{at + 1}.</span>
            <Link to={`/flows/${flow.id}`} className="font-medium underline-offset-4 hover:underline">
              {flow.name}
            </Link>
            <span className="flex-1 text-muted-foreground">
              <TriggerText trigger={flow.trigger} />
            </span>
            {flow.is_main && <Badge variant="outline">{t("bot.main")}</Badge>}
            {flow.is_of_number && <Badge variant="outline">{t("bot.of-number")}</Badge>}
          </li>
        ))}
      </ol>
    </SettingsCard>
  );
}

function TriggerText({ trigger }: { trigger: Schema<"RunningFlow">["trigger"] }) {
  const { t } = useTexts();
  if (trigger.type !== "keyword") return t(`bot.triggers.${trigger.type}`);
  return t("bot.triggers.keyword", { words: (trigger.keywords ?? []).join(", ") });
}
