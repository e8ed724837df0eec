import { useId } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { useMe } from "@/api/me/get-me";
import { useUpdateMe } from "@/api/me/update-me";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { errorText } from "@/lib/error-text";
import { ring } from "@/lib/sound";
import { BrowserNotices } from "./browser-notices";
import { Panel } from "./panel";

const NOTICES = ["message_received", "conversation_assigned", "conversation_waiting", "weekly_summary"] as const;

/** What one is told of, and how. */
export function NotificationsSection() {
  const { t } = useTranslation("account");
  return (
    <>
      <Panel title={t("notices.title")} description={t("notices.description")}>
        <div className="grid gap-1">
          {NOTICES.map((notice) => (
            <NoticeSwitch key={notice} notice={notice} />
          ))}
        </div>
      </Panel>
      <Panel title={t("notices.here.title")} description={t("notices.here.description")}>
        <div className="grid gap-1">
          <BrowserNotices />
          <NoticeSwitch notice="sound" />
          <Button variant="outline" size="sm" className="mt-2 justify-self-start" onClick={() => void ring()}>
            {t("notices.hear")}
          </Button>
        </div>
      </Panel>
    </>
  );
}

function NoticeSwitch({ notice }: { notice: string }) {
  const { t } = useTranslation("account");
  const id = useId();
  const { notifications } = useMe();
  const { mutate, variables, isPending } = useUpdateMe();
  const shown = (isPending ? variables.notifications?.[notice] : undefined) ?? notifications[notice] ?? true;
  const choose = (isOn: boolean) =>
    mutate({ notifications: { [notice]: isOn } }, { onError: (error) => toast.error(errorText(error)) });
  return (
    <div className="flex items-center justify-between gap-4 py-1.5">
      <Label htmlFor={id} className="flex-1 font-normal">
        {t(`notices.${notice}`)}
      </Label>
      <Switch id={id} checked={shown} onCheckedChange={choose} />
    </div>
  );
}
