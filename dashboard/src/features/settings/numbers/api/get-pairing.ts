import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A code holds for less than a minute; a fresh one is asked for before it is over. */
const FRESH_MS = 25_000;

/** A fresh QR code that links a phone, and eight signs to type instead; it is forgotten when nobody looks. */
export const pairingQuery = (configId: string) =>
  queryOptions({
    queryKey: ["whatsapp-configs", configId, "qr"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/whatsapp-configs/{config_id}/qr", {
          params: { path: { config_id: configId }, query: { by_number: true } },
          signal,
        }),
      ),
    refetchInterval: FRESH_MS,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
