import "@/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "@/lib/i18n";
import { followOtherTabs } from "@/lib/session";
import { followTheme } from "@/lib/theme";
import { App } from "./app";

followTheme();
followOtherTabs();
await startI18n();

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
