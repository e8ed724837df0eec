import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "@/lib/i18n";
import { App } from "./app";

/** Draws the dashboard, as soon as there are texts to draw it with: a screen that begins without has to wait for them, and
 * then React shows what stands in its place for a third of a second. */
export async function start(texts: readonly string[]): Promise<void> {
  await startI18n(texts);
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no root.");
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
