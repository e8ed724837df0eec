import type { AriaLabelConfig } from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** What React Flow says to screen readers, in the person's language. */
export function useCanvasLabels(): Partial<AriaLabelConfig> {
  const { t } = useTranslation("flows");
  return useMemo(
    () => ({
      "node.a11yDescription.default": t("editor.aria.node"),
      "node.a11yDescription.keyboardDisabled": t("editor.aria.nodeReadOnly"),
      "node.a11yDescription.ariaLiveMessage": ({ x, y }: { direction: string; x: number; y: number }) =>
        t("editor.aria.moved", { x: Math.round(x), y: Math.round(y) }),
      "edge.a11yDescription.default": t("editor.aria.edge"),
      "controls.ariaLabel": t("editor.controls.title"),
      "controls.zoomIn.ariaLabel": t("editor.controls.zoomIn"),
      "controls.zoomOut.ariaLabel": t("editor.controls.zoomOut"),
      "controls.fitView.ariaLabel": t("editor.controls.fit"),
      "controls.interactive.ariaLabel": t("editor.controls.select"),
      "minimap.ariaLabel": t("editor.aria.minimap"),
      "handle.ariaLabel": t("editor.aria.handle"),
    }),
    [t],
  );
}
