import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import { useMe } from "@/api/me/get-me";
import { showNotice } from "@/lib/browser-notices";
import { ring } from "@/lib/sound";

export type PersonAlert = {
  title: string;
  body: string;
  /** News with the same tag replace one another. */
  tag: string;
  /** Where a press leads, a path of the dashboard. */
  url?: string;
  /** Whether it rings, where the person wants sounds; true without it. */
  sound?: boolean;
  /** Whether it is shown in the page too; true without it. */
  toast?: boolean;
};

/** Ways to call the person: a notice in the page, one of the machine while they look elsewhere, a sound. */
export function useAlerts(): { alertPerson: (alert: PersonAlert) => void } {
  const { t } = useTranslation("common");
  const navigate = useNavigate();
  const wantsSound = useMe().notifications.sound ?? true;
  const alertPerson = useCallback(
    ({ title, body, tag, url, sound = true, toast: inPage = true }: PersonAlert) => {
      const open = () => void (url && navigate(url));
      if (inPage)
        toast(title, { id: tag, description: body, action: url ? { label: t("open"), onClick: open } : undefined });
      showNotice({ title, body, tag, onClick: open });
      if (sound && wantsSound) void ring();
    },
    [navigate, t, wantsSound],
  );
  return { alertPerson };
}
