import { Dices } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { titleOf } from "../../utils/search";
import type { Script } from "../utils/script";
import { ContactSetup } from "./contact-setup";
import { JsonField } from "./json-field";
import { MocksSetup } from "./mocks-setup";

type Props = { script: Script; onChange: (fields: Partial<Omit<Script, "steps">>) => void };

/** Everything that a conversation begins with: the clock, who writes, what is known, what the outside world answers. */
export function Setup({ script, onChange }: Props) {
  const { t } = useTranslation("flow-panels");
  const id = useId();
  return (
    <div className="space-y-5 pb-2">
      <section className="space-y-3">
        <h3 className="text-sm font-semibold">{t("setup.beginning")}</h3>
        <StartTime id={`${id}-at`} at={script.at} onChange={(at) => onChange({ at })} />
        <FirstNode
          id={`${id}-node`}
          value={script.from_node ?? null}
          onChange={(from_node) => onChange({ from_node })}
        />
        <div className="space-y-1.5">
          <Label htmlFor={`${id}-seed`}>{t("setup.seed")}</Label>
          <div className="flex gap-2">
            <Input
              id={`${id}-seed`}
              value={String(script.seed ?? "")}
              aria-describedby={`${id}-seed-hint`}
              onChange={(event) => onChange({ seed: event.target.value })}
            />
            <Button
              variant="outline"
              size="icon"
              aria-label={t("setup.roll")}
              title={t("setup.roll")}
              onClick={() => onChange({ seed: String(Math.floor(Math.random() * 1000)) })}
            >
              <Dices aria-hidden />
            </Button>
          </div>
          <p id={`${id}-seed-hint`} className="text-xs text-muted-foreground">
            {t("setup.seed_hint")}
          </p>
        </div>
      </section>
      <ContactSetup contact={script.contact ?? {}} onChange={(contact) => onChange({ contact })} />
      <section className="space-y-3">
        <h3 className="text-sm font-semibold">{t("setup.known")}</h3>
        <JsonField
          label={t("setup.variables")}
          value={script.variables ?? {}}
          onChange={(variables) => onChange({ variables: fieldsOf(variables) })}
        />
        <JsonField
          label={t("setup.conversation")}
          value={script.conversation ?? {}}
          onChange={(conversation) => onChange({ conversation: fieldsOf(conversation) })}
        />
      </section>
      <MocksSetup mocks={script.mocks ?? {}} onChange={(mocks) => onChange({ mocks })} />
    </div>
  );
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A moment as a field for day and time has it: on this browser's clock. */
function toLocal(at: string): string {
  const date = new Date(at);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return Number.isNaN(date.getTime()) ? "" : local.toISOString().slice(0, 16);
}

function StartTime({
  id,
  at = "2026-01-05T12:00:00Z",
  onChange,
}: {
  id: string;
  at?: string;
  onChange: (at: string) => void;
}) {
  const { t } = useTranslation("flow-panels");
  const change = (local: string) => local && onChange(new Date(local).toISOString());
  return (
    <div className="space-y-1.5">
      <Label htmlFor={id}>{t("setup.at")}</Label>
      <Input id={id} type="datetime-local" value={toLocal(at)} onChange={(event) => change(event.target.value)} />
    </div>
  );
}

/** A select has no empty value. */
const START = "start";

function FirstNode({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string | null;
  onChange: (node: string | null) => void;
}) {
  const { t } = useTranslation("flow-panels");
  const flowT = useFlowT();
  const nodes = useEditor((state) => state.saved.document.nodes);
  return (
    <div className="space-y-1.5">
      <Label htmlFor={id}>{t("setup.from_node")}</Label>
      <Select value={value ?? START} onValueChange={(chosen) => onChange(chosen === START ? null : chosen)}>
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={START}>{t("setup.at_start")}</SelectItem>
          {nodes
            .filter((node) => node.type !== "start")
            .map((node) => (
              <SelectItem key={node.id} value={node.id}>
                {t("setup.node", { name: titleOf(node, flowT), id: node.id })}
              </SelectItem>
            ))}
        </SelectContent>
      </Select>
    </div>
  );
}
