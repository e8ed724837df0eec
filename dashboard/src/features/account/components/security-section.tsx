import { PasswordPanel } from "./password-panel";
import { TwoFactorPanel } from "./two-factor-panel";

/** How one proves who one is. */
export function SecuritySection() {
  return (
    <>
      <PasswordPanel />
      <TwoFactorPanel />
    </>
  );
}
