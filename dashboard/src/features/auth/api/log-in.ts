import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Challenge = Schema<"TwoFactorChallenge">;
export type LogInAnswer = Schema<"LoggedIn"> | Challenge;

/** Whether the password was right and a second factor is asked for. */
export const isChallenge = (answer: LogInAnswer): answer is Challenge => "challenge" in answer;

/** Asks for tokens by an e-mail and a password. */
export function useLogIn() {
  return useMutation({
    mutationFn: (body: Schema<"LogInRequest">): Promise<LogInAnswer> =>
      unwrap(api.POST("/api/v1/auth/login", { body })),
  });
}
