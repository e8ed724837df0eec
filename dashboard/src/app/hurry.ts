import { conversationsQuery } from "@/api/conversations/list-conversations";
import { meQuery } from "@/api/me/get-me";
import { loadConversationPane } from "@/features/inbox/components/conversation-pane-later";
import { queryOf } from "@/features/inbox/utils/filters";
import { currentLanguage } from "@/lib/language";
import { queryClient } from "@/lib/query-client";
import { loadPhones } from "@/lib/phones";
import { accessToken, isRemembered, useSession } from "@/lib/session";
import { loadTexts } from "@/lib/texts";
import { INSIDE, inside, outside, OUTSIDE, textsOf, type Load } from "./screens";

/** Begins everything that the address will want at once: its code, its texts, the session, and then who it is and what is
 * on the screen. Without it each waits for the one before to be drawn, a round trip every time. Whatever fails here is
 * asked for again, and then told, by who needs it. Gives the namespaces of the texts.
 */
export function hurry({ pathname, search }: Pick<Location, "pathname" | "search">): readonly string[] {
  const [, first = "", second] = pathname.split("/");
  const isInside = isRemembered() && !(first in OUTSIDE);
  const texts = textsOf(first, { isInside });
  if (isInside) begin([ask(first, search), inside(), screenOf(INSIDE, first), more(first, second)]);
  else begin([outside(), screenOf(OUTSIDE, first)]);
  begin(texts.map((namespace) => loadTexts(currentLanguage(), namespace)));
  return texts;
}

/** What is not awaited here, and may fail in silence. */
function begin(work: readonly (Promise<unknown> | undefined)[]): void {
  void Promise.allSettled(work);
}

const screenOf = (screens: Partial<Record<string, Load>>, first: string): Promise<unknown> | undefined =>
  screens[first]?.();

/** What a screen draws with beside its own code; the inbox's list does without. */
const more = (first: string, second: string | undefined): Promise<unknown> | undefined =>
  first !== "inbox" ? loadPhones() : second ? loadConversationPane() : undefined;

/** Asks who it is and for the list at the same time, as soon as there is a session. */
async function ask(first: string, search: string): Promise<void> {
  if ((await accessToken()) === null || useSession.getState().needsTwoFactor) return;
  void queryClient.prefetchQuery(meQuery);
  if (first === "inbox")
    void queryClient.prefetchInfiniteQuery(conversationsQuery(queryOf(new URLSearchParams(search))));
}
