import { useTranslation } from "react-i18next";
import { Toaster as Sonner, type ToasterProps } from "sonner";
import { useIsPhone } from "@/hooks/use-is-phone";
import { useTheme } from "@/lib/theme";

/** Where news passes by (`toast` of "sonner"); on a phone at the top, where nothing is written and no menu is. */
export function Toaster(props: ToasterProps) {
  const { t } = useTranslation("common");
  const theme = useTheme((state) => state.theme);
  const isPhone = useIsPhone();
  return (
    <Sonner
      theme={theme}
      position={isPhone ? "top-center" : "bottom-right"}
      closeButton
      containerAriaLabel={t("news")}
      toastOptions={{
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast: "!bg-popover !text-popover-foreground !border-border !shadow-lg !font-sans",
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
