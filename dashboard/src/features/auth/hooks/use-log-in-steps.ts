import { useState } from "react";
import { signIn } from "@/lib/session";
import { isChallenge, type LogInAnswer } from "../api/log-in";

/** The steps of logging in: the password, then a code where one is asked for. */
export function useLogInSteps() {
  const [challenge, setChallenge] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const take = (answer: LogInAnswer) => {
    setNotice(null);
    if (isChallenge(answer)) setChallenge(answer.challenge);
    else signIn(answer);
  };
  const startOver = (why: string | null) => {
    setChallenge(null);
    setNotice(why);
  };
  return { challenge, notice, take, startOver };
}
