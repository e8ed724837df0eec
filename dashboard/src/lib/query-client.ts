import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error";

const TRIES = 2;

/** All that is known of the server. What is passing is tried again; what is refused is refused. Events say what is stale
 * (`src/lib/realtime.ts`), so nothing is asked for again just because a window was looked at. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: "always",
      retry: (tries, error) => error instanceof ApiError && error.isPassing && tries < TRIES,
      retryDelay: (tries, error) =>
        error instanceof ApiError && error.retryAfter ? error.retryAfter * 1000 : 500 * 2 ** tries,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
