import { ChevronRight } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from "@/components/ui/collapsible";
import { formatDateTime } from "@/lib/format";
import type { AuditEntry } from "../api/list-entries";
import { actorOf, deedOf } from "../utils/sentence";
import { AuditDetails } from "./audit-details";

/** One entry as a sentence; what exactly changed, and from where, when it is opened. */
export const AuditEntryItem = memo(function AuditEntryItem({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation("settings");
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Collapsible open={open} onOpenChange={setOpen}>
        <CollapsibleTrigger className="flex w-full items-start gap-2 px-3 py-2 text-left text-sm outline-none hover:bg-accent/50 focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset">
          <ChevronRight
            aria-hidden
            className={`mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform ${open ? "rotate-90" : ""}`}
          />
          <span className="min-w-0 flex-1 break-words">
            <span className="font-medium">{actorOf(entry, t)}</span> {deedOf(entry, t)}
          </span>
          <time dateTime={entry.at} className="shrink-0 text-xs text-muted-foreground tabular-nums">
            {formatDateTime(entry.at, { dateStyle: "short", timeStyle: "medium" })}
          </time>
        </CollapsibleTrigger>
        <CollapsibleContent className="px-3 pb-3 pl-9">
          <AuditDetails entry={entry} />
        </CollapsibleContent>
      </Collapsible>
    </li>
  );
});
