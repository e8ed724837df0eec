import { useMessageAlerts } from "../hooks/use-message-alerts";

/** Calls the person on any screen when a contact writes to them; draws nothing. */
export function MessageAlerts(): null {
  useMessageAlerts();
  return null;
}
