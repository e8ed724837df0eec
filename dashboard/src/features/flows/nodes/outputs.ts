import { choicesOf, type Menu } from "./choices";
import { DEFAULT_HANDLE, type FlowsT, type Output } from "./kind";

/** The way that a node goes on by where nothing else is said. */
export function onward(t: FlowsT, label = "next"): Output {
  return { handle: DEFAULT_HANDLE, label: t(`flow-nodes:ways.${label}`) };
}

/** A way out for what goes otherwise than hoped. */
export function trouble(t: FlowsT, handle: "timeout" | "invalid" | "error"): Output {
  return { handle, label: t(`flow-nodes:ways.${handle}`), tone: "trouble", optional: true };
}

/** A way out of each choice; a later choice of the same id is no way of its own. */
export function choiceOutputs(menu: Menu): Output[] {
  const seen = new Set<string>();
  return choicesOf(menu).flatMap(({ id, title }) => {
    if (!id || seen.has(id)) return [];
    seen.add(id);
    return [{ handle: id, label: title || id, ...(title && title !== id ? { aliases: [title] } : {}) }];
  });
}
