import { useTranslation } from "react-i18next";
import { Toaster as Sonner, type ToasterProps } from "sonner";
import { useTheme } from "@/lib/theme";

/** Below the head of a screen, whose buttons stay free. */
const TOP = { top: "4.25rem" };

/** Where news passes by (`toast` of "sonner"): at the top, where nothing is written or sent and no menu is. */
export function Toaster(props: ToasterProps) {
  const { t } = useTranslation("common");
  const theme = useTheme((state) => state.theme);
  return (
    <Sonner
      theme={theme}
      position="top-center"
      offset={TOP}
      mobileOffset={TOP}
      closeButton
      containerAriaLabel={t("news")}
      toastOptions={{
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast: "pointer-events-auto !bg-popover !text-popover-foreground !border-border !shadow-lg !font-sans",
          description: "!text-muted-foreground",
          actionButton: "!bg-primary !text-primary-foreground !h-7",
          cancelButton: "!bg-secondary !text-secondary-foreground !h-7",
          closeButton: "!bg-popover !text-foreground !border-border !size-6",
        },
      }}
      {...props}
    />
  );
}
