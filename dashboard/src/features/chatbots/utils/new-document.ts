export type NewTrigger = "keyword" | "message_received" | "manual";

/** The smallest flow that says something: a start and a greeting. */
export function newDocument(given: { name: string; trigger: NewTrigger; keywords: string; greeting: string }): unknown {
  const keywords = given.keywords
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  return {
    name: given.name,
    trigger: given.trigger === "keyword" ? { type: "keyword", keywords, match: "exact" } : { type: given.trigger },
    variables: {},
    settings: {},
    nodes: [
      { id: "n1", type: "start", data: {}, position: { x: 0, y: 0 } },
      { id: "n2", type: "message", data: { text: given.greeting }, position: { x: 0, y: 140 } },
    ],
    edges: [{ id: "e1", source: "n1", target: "n2" }],
  };
}
