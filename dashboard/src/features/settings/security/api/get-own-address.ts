import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** The address that the server sees us at, as the session that is in use keeps it; null where it is not known. */
export const ownAddressQuery = queryOptions({
  queryKey: ["sessions", "own-address"],
  queryFn: async ({ signal }) => {
    const { items } = await unwrap(api.GET("/api/v1/auth/sessions", { signal }));
    return items.find((one) => one.current)?.ip ?? null;
  },
});
