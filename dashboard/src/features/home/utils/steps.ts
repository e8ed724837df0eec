/** What a new company does first, in this order. */
export const STEPS = ["number", "bot", "answer", "team", "department"] as const;
export type Step = { id: (typeof STEPS)[number]; done: boolean; to: string };

/** What is known of the company; what the person may not see is undefined, and its steps are left out. */
export type Known = {
  numbers?: readonly { is_active: boolean; chatbot_id: string | null }[];
  chatbots?: readonly { is_active: boolean; published_flows: number }[];
  people?: number;
  departments?: number;
};

/** The first steps and which of them are done. */
export function stepsOf({ numbers, chatbots, people, departments }: Known): Step[] {
  const steps: (Step | null)[] = [
    numbers ? { id: "number", done: numbers.some((one) => one.is_active), to: "/settings/numbers" } : null,
    chatbots
      ? { id: "bot", done: chatbots.some((one) => one.is_active && one.published_flows > 0), to: "/chatbots" }
      : null,
    numbers ? { id: "answer", done: numbers.some((one) => one.chatbot_id !== null), to: "/settings/numbers" } : null,
    people === undefined ? null : { id: "team", done: people > 1, to: "/settings/invitations?new=1" },
    departments === undefined ? null : { id: "department", done: departments > 0, to: "/settings/departments" },
  ];
  return steps.filter((step) => step !== null);
}
