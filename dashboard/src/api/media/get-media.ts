import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Media = Schema<"MediaView">;

/** Shorter than an address of a file lives. */
const FRESH_MS = 8 * 60_000;

/** The address of a file on this site: whatever host the API believes to have, the page may only ask its own. */
export function ownAddress(url: string | null): string | null {
  if (url === null) return null;
  const { pathname, search } = new URL(url, globalThis.location.origin);
  return pathname + search;
}

/** What a file is, and addresses that an `<img>` or `<audio>` can have it from for some minutes. */
export const mediaQuery = (mediaId: string) =>
  queryOptions({
    queryKey: ["media", mediaId],
    queryFn: async ({ signal }): Promise<Media> => {
      const media = await unwrap(
        api.GET("/api/v1/media/{media_id}", { params: { path: { media_id: mediaId } }, signal }),
      );
      return { ...media, url: ownAddress(media.url), thumbnail_url: ownAddress(media.thumbnail_url) };
    },
    staleTime: FRESH_MS,
    gcTime: FRESH_MS,
  });
