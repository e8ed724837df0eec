import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";
import { formBody } from "@/lib/form-body";

/** Brings a file that is to be sent as `kind`; give the same key for the same try. */
export function uploadMedia(given: { file: File; kind: Schema<"MediaKind">; key: string; signal?: AbortSignal }) {
  return unwrap(
    api.POST("/api/v1/media", {
      params: { query: { kind: given.kind } },
      headers: idempotent(given.key),
      body: formBody({ file: given.file }),
      ...(given.signal ? { signal: given.signal } : {}),
    }),
  );
}
