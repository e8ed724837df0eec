import { lazy, Suspense, useEffect, useState } from "react";
import { Shell } from "@/features/shell/components/shell";
import { whenIdle } from "@/lib/when-idle";

const DemandedTwoFactor = lazy(async () => ({
  default: (await import("@/features/account/components/demanded-two-factor")).DemandedTwoFactor,
}));
/** Fetched after the first screen, and not when it is wanted: then there may be another version on the server. */
const LogInAgain = lazy(async () => ({
  default: (await import("@/features/auth/components/log-in-again")).LogInAgain,
}));
const MessageAlerts = lazy(async () => ({
  default: (await import("@/features/inbox/components/message-alerts")).MessageAlerts,
}));

/** Everything that is for people who are logged in. */
export function Component() {
  return (
    <Shell
      setUp={
        <Suspense>
          <DemandedTwoFactor />
        </Suspense>
      }
      logInAgain={
        <AfterTheScreen>
          <LogInAgain />
        </AfterTheScreen>
      }
      alerts={
        <AfterTheScreen>
          <MessageAlerts />
        </AfterTheScreen>
      }
    />
  );
}

/** Leaves the line to what the first screen fetches. */
function AfterTheScreen({ children }: { children: React.ReactNode }) {
  const [isTime, setTime] = useState(false);
  useEffect(() => whenIdle(() => setTime(true)), []);
  return isTime && <Suspense>{children}</Suspense>;
}
