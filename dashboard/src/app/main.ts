import "@/styles.css";
import { followOtherTabs } from "@/lib/session";
import { followTheme } from "@/lib/theme";
import { hurry } from "./hurry";

followTheme();
followOtherTabs();
const texts = hurry(window.location);
// What draws is the larger part: fetched beside this (`vite.chunks.ts`), and needed later. It is not awaited, for it imports
// some of what is bundled with this, and would wait for it in turn.
void import("./start").then(({ start }) => start(texts));
