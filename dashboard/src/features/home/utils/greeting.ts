import { formatDateTime } from "@/lib/format";

/** Which greeting fits a time, in the reader's zone. */
export function greetingOf(at: string): "morning" | "afternoon" | "evening" {
  const hour = Number(formatDateTime(at, { hour: "numeric", hourCycle: "h23" }).replace(/\D/g, ""));
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}
