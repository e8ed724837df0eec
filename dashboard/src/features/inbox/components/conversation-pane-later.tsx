import { later } from "@/components/later";
import { loadPhones } from "@/lib/phones";

/** The open conversation is most of the inbox's code, and the list does not wait for it. */
export const { Component: ConversationPane, load: loadConversationPane } = later(async () => {
  const [{ ConversationPane: found }] = await Promise.all([import("./conversation-pane"), loadPhones()]);
  return found;
});
