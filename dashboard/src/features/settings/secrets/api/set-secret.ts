import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

/** Without a version the name is a new one. */
type Change = { name: string; version?: number; body: Schema<"SetSecretRequest"> };

/** Keeps a secret under a name, or another value and other hosts in its place. */
export function useSetSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/secrets/{name}", {
          params: { path: { name } },
          body,
          headers: version === undefined ? {} : ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["secrets"] }),
  });
}
