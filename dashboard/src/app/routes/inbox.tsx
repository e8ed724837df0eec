import { InboxLayout } from "@/features/inbox/components/inbox-layout";

export function Component() {
  return <InboxLayout />;
}
