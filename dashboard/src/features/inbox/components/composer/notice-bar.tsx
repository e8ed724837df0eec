import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

type Props = { icon: LucideIcon; tone?: "info" | "warning"; children: ReactNode; action?: ReactNode };

/** Why one cannot just write, or what to know before, with what can be done about it. */
export function NoticeBar({ icon: Icon, tone = "info", children, action }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-muted px-3 py-2">
      <Icon aria-hidden className={cn("size-4 shrink-0", tone === "warning" ? "text-warning" : "text-info")} />
      <p className="min-w-40 flex-1 text-sm">{children}</p>
      {action}
    </div>
  );
}
