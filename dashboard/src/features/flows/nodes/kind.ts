import type { TFunction } from "i18next";
import type { LucideIcon } from "lucide-react";
import type { ComponentType, LazyExoticComponent } from "react";
import type { FlowDocument, FlowNode, NodeData } from "../utils/document";

export { DEFAULT_HANDLE } from "../utils/handles";

/** Where the palette lists a kind; its heading is `groups.<group>` of `flows`. */
export const GROUPS = ["message", "question", "logic", "data", "ai", "people", "flow"] as const;
export type Group = (typeof GROUPS)[number];

/** The texts of the namespace `flows`; with the prefix `flow-nodes:` those of the kinds. */
export type FlowsT = TFunction<"flows">;

/** A way out of a node: one labelled handle on its card.
 *
 * An edge lies on it when its `source_handle` is `handle` or one of `aliases` (accents and case do not count), so the
 * choice of a button is `{handle: id, aliases: [title]}` and the `else` of a condition has the alias `false`.
 * `DEFAULT_HANDLE` is the default way: in the document such an edge has no `source_handle`. Handles are written into
 * the document, so they are the domain's words (`timeout`, `invalid`, `error`, `success`, a choice's id…), never texts.
 *
 * Edges with a `condition` may lie on any way, several at once; of those without one, each way has one at most. Edges
 * whose handle no output has are drawn too, marked as leading out of nowhere: nothing of the document is hidden.
 */
export type Output = {
  handle: string;
  label: string;
  aliases?: readonly string[];
  /** `plain` things happen as a matter of course; `trouble` is time-out, wrong answer, failure. */
  tone?: "plain" | "trouble";
  /** A way that may well stay unconnected; it is drawn fainter. */
  optional?: boolean;
};

/** A way out that got another handle. */
export type Renamed = { from: string; to: string };

/** What the form of a node gets. `onChange` takes all of the node's data: spread the old one, so that what the form
 * does not know stays. It may be called at each key stroke: changes in a row are undone together. */
export type NodeFormProps<Data = NodeData> = {
  node: FlowNode<Data>;
  /** `renamed` says that a way out is called otherwise now: its edges go with it. */
  onChange: (data: Data, renamed?: Renamed) => void;
  /** The whole draft: its variables, and the other nodes. */
  flow: FlowDocument;
  flowId: string;
  /** What the check says of this node's fields; `place` is such as `data.text`. */
  findings: readonly { code: string; message: string; severity: "error" | "warning"; place?: string | null }[];
  /** Whether the person may only look. */
  readOnly?: boolean;
};

/** One kind of node. Its name and what it is for are the texts `kinds.<type>.name` and `kinds.<type>.hint` of `flow-nodes`. */
export type NodeKind<Data = NodeData> = {
  /** The domain's word, as it stands in the document. */
  type: string;
  group: Group;
  icon: LucideIcon;
  /** Classes of the card's icon, from tokens: `bg-info/15 text-info`. */
  tone: string;
  /** The data of a new node. */
  create: () => Data;
  /** One or two lines of plain text for the card; empty where there is nothing to say yet. */
  summary: (data: Data, t: FlowsT) => string;
  /** The ways out, in the order in which they are drawn; none where the flow ends. Total: any data has some. */
  outputs: (data: Data, t: FlowsT) => readonly Output[];
  /** Fetched when a node of the kind is selected. */
  Form: LazyExoticComponent<ComponentType<NodeFormProps<Data>>>;
};

/** Declares a kind by its own type of data. The registry holds all kinds as one type: a node's `type` says which data
 * it has, and the API keeps no document of which that is not true. */
export function defineKind<Data extends object>(kind: NodeKind<Data>): NodeKind {
  return kind as unknown as NodeKind;
}
