import { create } from "zustand";
import { persist } from "zustand/middleware";

/** Whether this browser's person wants notices of the machine; whether it allows them is another question. */
export const useBrowserNotices = create<{ wanted: boolean }>()(
  persist(() => ({ wanted: false as boolean }), { name: "pytake.browser-notices" }),
);

/** What the browser says about notices of the machine. */
export function noticePermission(): NotificationPermission | "unsupported" {
  return "Notification" in window ? Notification.permission : "unsupported";
}

/** Asks the browser for them. Call it on a click. */
export async function askForNotices(): Promise<boolean> {
  if (noticePermission() === "unsupported") return false;
  const isAllowed = (await Notification.requestPermission()) === "granted";
  useBrowserNotices.setState({ wanted: isAllowed });
  return isAllowed;
}

type Notice = { title: string; body: string; tag: string; onClick: () => void };

/** Shows a notice of the machine when it is wanted and nobody looks at this tab; one with the same tag replaces the one before. */
export function showNotice({ title, body, tag, onClick }: Notice): void {
  if (!useBrowserNotices.getState().wanted || noticePermission() !== "granted" || document.hasFocus()) return;
  try {
    const notice = new Notification(title, { body, tag, icon: "/favicon.svg" });
    notice.onclick = () => {
      window.focus();
      onClick();
      notice.close();
    };
  } catch {
    // Some phones have `Notification` and refuse to make one outside of a service worker.
  }
}
