import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { meQuery } from "./get-me";

/** Changes one's own profile: name, language, notices, picture. What is left out stays. */
export function useUpdateMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<"UpdateMeRequest">) => unwrap(api.PATCH("/api/v1/auth/me", { body })),
    onSuccess: (me, body) => {
      client.setQueryData(meQuery.queryKey, me);
      if (body.avatar !== undefined) void client.invalidateQueries({ queryKey: ["users", me.id, "avatar"] });
    },
  });
}
