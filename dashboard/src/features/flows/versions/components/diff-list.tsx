import { Minus, Pencil, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/types";
import { showValue } from "@/lib/json-value";
import { cn } from "@/lib/utils";
import { useFlowT } from "../../hooks/use-flow-t";
import { useEditor } from "../../stores/editor";
import { useView } from "../../stores/view";
import { nodeOf } from "../../utils/document";
import { kindName } from "../../utils/kind-texts";
import { titleOf } from "../../utils/search";
import type { DiffGroups, DiffItem, Kind } from "../utils/diff-groups";

const ICONS = { added: Plus, removed: Minus, changed: Pencil };
const TONES: Record<Kind, string> = { added: "text-success", removed: "text-destructive", changed: "text-warning" };

/** Every difference, with what it was and what it is. */
export function DiffList({ groups }: { groups: DiffGroups }) {
  const { t } = useTranslation("flow-panels");
  return (
    <div className="space-y-4">
      <Items title={t("diff.nodes")} items={groups.nodes} what="node" />
      <Items title={t("diff.edges")} items={groups.edges} what="edge" />
      {(groups.fields.length > 0 || groups.reordered) && (
        <section>
          <h3 className="mb-1.5 text-sm font-semibold">{t("diff.fields")}</h3>
          <div className="space-y-2 rounded-md border p-2.5">
            {groups.reordered && <p>{t("diff.reordered")}</p>}
            <Changes changes={groups.fields} />
          </div>
        </section>
      )}
    </div>
  );
}

function Items({ title, items, what }: { title: string; items: readonly DiffItem[]; what: "node" | "edge" }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1.5 text-sm font-semibold">{title}</h3>
      <ul className="space-y-1.5">
        {items.map((item) => (
          <Item key={`${item.kind} ${item.id}`} item={item} what={what} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item, what }: { item: DiffItem; what: "node" | "edge" }) {
  const { t } = useTranslation("flow-panels");
  const flowT = useFlowT();
  const Icon = ICONS[item.kind];
  const node = useEditor((state) => (what === "node" ? nodeOf(state.document, item.id) : undefined));
  const edge = useEditor((state) =>
    what === "edge" ? state.document.edges.find((one) => one.id === item.id) : undefined,
  );
  const kind = what === "node" && item.type ? kindName(item.type, flowT) : null;
  const joined = edge ? `${edge.source} → ${edge.target}` : null;
  const name = node ? titleOf(node, flowT) : (item.name ?? joined ?? kind ?? item.id);
  return (
    <li className="rounded-md border">
      <button
        type="button"
        disabled={!node && !edge}
        onClick={() => useView.getState().revealOnCanvas(what, item.id)}
        className="flex w-full items-center gap-2 rounded-md px-2.5 py-1.5 text-left outline-none enabled:hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring"
      >
        <Icon className={cn("size-4 shrink-0", TONES[item.kind])} aria-hidden />
        <span className="sr-only">{t(`diff.kinds.${item.kind}`)}</span>
        <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
        <span className="font-mono text-xs text-muted-foreground">{item.id}</span>
      </button>
      {item.changes.length > 0 && (
        <div className="border-t px-2.5 py-2">
          <Changes changes={item.changes} />
        </div>
      )}
    </li>
  );
}

/** Fields by their path: what stood there, and what stands there now. */
function Changes({ changes }: { changes: readonly Schema<"FieldChange">[] }) {
  const { t } = useTranslation("flow-panels");
  return (
    <dl className="space-y-2 text-xs">
      {changes.map(({ path, before, after }) => (
        <div key={path}>
          <dt className="font-mono text-muted-foreground">{path}</dt>
          {before != null && (
            <dd className="border-l-2 border-destructive bg-destructive/10 px-1.5 py-0.5 break-words whitespace-pre-wrap">
              <span className="sr-only">{t("diff.before")} </span>
              {showValue(before)}
            </dd>
          )}
          {after != null && (
            <dd className="border-l-2 border-success bg-success/10 px-1.5 py-0.5 break-words whitespace-pre-wrap">
              <span className="sr-only">{t("diff.after")} </span>
              {showValue(after)}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
