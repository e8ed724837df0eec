import { PanelBottomOpenIcon, PlusIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { useView } from "../../stores/view";
import { Palette } from "../palette/palette";
import { IconAction } from "./icon-action";

/** The panel as a sheet over the canvas, on narrow screens. */
export function PanelSheet({ children }: { children: ReactNode }) {
  const { t } = useTranslation("flows");
  const isOpen = useView((state) => state.isPanelOpen);
  const { openPanel, closePanel, panel } = useView.getState();
  return (
    <>
      <Button
        variant="outline"
        size="sm"
        className="absolute right-3 bottom-16 z-10 shadow-md"
        onClick={() => openPanel(panel)}
      >
        <PanelBottomOpenIcon aria-hidden />
        {t("editor.panels.open")}
      </Button>
      <Sheet open={isOpen} onOpenChange={(open) => !open && closePanel()}>
        <SheetContent side="bottom" className="h-[75dvh] gap-0" aria-describedby={undefined}>
          <SheetHeader className="py-3">
            <SheetTitle>{t("editor.panels.title")}</SheetTitle>
          </SheetHeader>
          <div className="min-h-0 flex-1">{children}</div>
        </SheetContent>
      </Sheet>
    </>
  );
}

/** The palette as a sheet, behind a button. */
export function PaletteSheet() {
  const { t } = useTranslation("flows");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconAction icon={PlusIcon} label={t("editor.palette.add")} onClick={() => setOpen(true)} />
      <Sheet open={isOpen} onOpenChange={setOpen}>
        <SheetContent side="bottom" className="gap-0">
          <SheetHeader>
            <SheetTitle>{t("editor.palette.title")}</SheetTitle>
            <SheetDescription>{t("editor.palette.hint")}</SheetDescription>
          </SheetHeader>
          <Palette onAdded={() => setOpen(false)} />
        </SheetContent>
      </Sheet>
    </>
  );
}
