import type { Query, QueryClient } from "@tanstack/react-query";

/** What events keep as it is on the server. */
const TOLD = new Set(["conversations", "messages", "contacts", "imports", "users", "templates", "whatsapp-configs"]);

const isTold = ({ queryKey: [resource] }: Query): boolean => typeof resource === "string" && TOLD.has(resource);

/** Reads again, without a sign on the screen, what may have changed before anybody told of changes; what is only on its
 * way may be from before too, and is read again once it is there. */
export function freshen(client: QueryClient): void {
  for (const query of client.getQueryCache().findAll({ predicate: isTold })) {
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    const isOnItsWay = query.state.data === undefined && query.state.fetchStatus === "fetching";
    if (isOnItsWay) void query.promise?.then(again, () => undefined);
    else void again();
  }
}
