import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAlerts } from "@/hooks/use-alerts";
import { realtime } from "@/lib/realtime";
import { noticeOf } from "../utils/notice";

/** Calls the person when the server has a notice for them: a mention, a promise about to be broken. */
export function useNotices(): void {
  const { t } = useTranslation("shell");
  const { alertPerson } = useAlerts();
  useEffect(
    () =>
      realtime.on("notification", (frame) => {
        const notice = noticeOf(frame.data);
        if (!notice) return;
        alertPerson({
          title: t(`notice.${notice.kind}.title`),
          body: notice.words ?? t(`notice.${notice.kind}.body`, notice.values),
          tag: notice.tag,
          url: notice.url,
        });
      }),
    [alertPerson, t],
  );
}
