import { useQuery } from "@tanstack/react-query";
import { ApiError } from "@/lib/api-error";
import { currentLanguage } from "@/lib/language";
import { accessToken, useSession } from "@/lib/session";

/** Tries the session that an earlier visit left; while it fails for a passing reason nothing is forgotten. */
export function useRestoredSession() {
  const isUnknown = useSession((state) => state.status === "unknown");
  return useQuery({
    queryKey: ["session"],
    queryFn: async () => {
      try {
        return (await accessToken()) !== null;
      } catch {
        throw new ApiError({ status: 0, code: "NETWORK", message: WORDS[currentLanguage()] });
      }
    },
    enabled: isUnknown,
    gcTime: 0,
    retry: 2,
  });
}

const WORDS = {
  en: "The server cannot be reached. Check your connection and try again.",
  "pt-BR": "Não foi possível falar com o servidor. Verifique sua conexão e tente de novo.",
};
