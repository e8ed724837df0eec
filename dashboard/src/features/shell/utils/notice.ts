import { fieldsOf, textOf } from "./fields";

const KINDS = [
  "mention",
  "flow",
  "rule",
  "sla_warned",
  "sla_breached",
  "import_done",
  "import_checked",
  "import_cancelled",
  "import_failed",
  "export_done",
  "export_failed",
  "scheduled_message_failed",
  "whatsapp_config",
  "template",
] as const;

/** A notice as it is shown: its text is `notice.<kind>` with `values`. */
export type Notice = {
  kind: (typeof KINDS)[number] | "other";
  url: string | undefined;
  tag: string;
  values: { name: string };
  /** What a rule's author wrote to be said; null where our own text is. */
  words: string | null;
};

function pathOf(conversationId: string, data: Record<string, unknown>): string | undefined {
  if (conversationId) return `/inbox/${conversationId}`;
  if (data.import_id) return `/imports/${textOf(data.import_id)}`;
  if (data.template_id) return `/templates/${textOf(data.template_id)}`;
  if (data.whatsapp_config_id) return `/settings/numbers/${textOf(data.whatsapp_config_id)}`;
  return undefined;
}

/** The kind by which it is told: the server calls an import or export done however it ended. */
function toldKind(kind: string, { state, is_dry_run: isDryRun }: Record<string, unknown>): string {
  const isImport = kind === "import_done";
  if (!isImport && kind !== "export_done") return kind;
  const thing = isImport ? "import" : "export";
  if (state === "failed" || state === "cancelled") return `${thing}_${state}`;
  return isImport && isDryRun === true ? "import_checked" : kind;
}

/** Reads the data of a `notification`; null where it cannot be understood. */
export function noticeOf(data: unknown): Notice | null {
  const event = fieldsOf(data);
  const kind = textOf(event?.kind);
  if (!event || !kind) return null;
  const about = fieldsOf(event.data) ?? {};
  const conversationId = textOf(event.conversation_id);
  const subject = conversationId || textOf(about.import_id ?? about.template_id ?? about.whatsapp_config_id);
  return {
    kind: KINDS.find((known) => known === toldKind(kind, about)) ?? "other",
    url: pathOf(conversationId, about),
    tag: `${kind}:${subject}`,
    values: { name: textOf(about.name) },
    words: textOf(about.words) || null,
  };
}
