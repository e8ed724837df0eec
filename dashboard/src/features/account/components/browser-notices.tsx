import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { askForNotices, noticePermission, useBrowserNotices } from "@/lib/browser-notices";

/** Notices of the machine, in this browser; the browser is asked on the press. */
export function BrowserNotices() {
  const { t } = useTranslation("account");
  const id = useId();
  const wanted = useBrowserNotices((state) => state.wanted);
  const [permission, setPermission] = useState(noticePermission);
  const isBarred = permission === "denied" || permission === "unsupported";
  const choose = async (isOn: boolean) => {
    if (isOn) await askForNotices();
    else useBrowserNotices.setState({ wanted: false });
    setPermission(noticePermission());
  };
  return (
    <div className="flex items-center justify-between gap-4 py-1.5">
      <div className="grid flex-1 gap-0.5">
        <Label htmlFor={id} className="font-normal">
          {t("notices.browser")}
        </Label>
        {isBarred && (
          <p id={`${id}-why`} className="text-[0.8125rem] text-muted-foreground">
            {t(`notices.${permission}`)}
          </p>
        )}
      </div>
      <Switch
        id={id}
        aria-describedby={isBarred ? `${id}-why` : undefined}
        disabled={isBarred}
        checked={wanted && permission === "granted"}
        onCheckedChange={(isOn) => void choose(isOn)}
      />
    </div>
  );
}
