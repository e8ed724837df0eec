import type { ReactNode } from "react";
import { usePanelFocus } from "../../hooks/use-panel-focus";
import { PANEL_TOP } from "../../stores/view";

/** The title of what the panel shows; the focus comes here when something was opened from elsewhere. */
export function PanelTitle({ children }: { children: ReactNode }) {
  const title = usePanelFocus<HTMLHeadingElement>(PANEL_TOP);
  return (
    <h2
      ref={title}
      tabIndex={-1}
      className="rounded-sm text-sm font-semibold outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
    >
      {children}
    </h2>
  );
}
