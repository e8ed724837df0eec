import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Theme = "light" | "dark" | "system";

/** What this browser's person chose; `system` follows the machine. */
export const useTheme = create<{ theme: Theme; setTheme: (theme: Theme) => void }>()(
  persist((set) => ({ theme: "system" as Theme, setTheme: (theme) => set({ theme }) }), { name: "pytake.theme" }),
);

const isDark = (): boolean => {
  const { theme } = useTheme.getState();
  return theme === "dark" || (theme === "system" && window.matchMedia("(prefers-color-scheme: dark)").matches);
};

/** Puts the theme on the page, now and whenever the choice or the machine changes. */
export function followTheme(): void {
  const apply = () => document.documentElement.classList.toggle("dark", isDark());
  apply();
  useTheme.subscribe(apply);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
}
