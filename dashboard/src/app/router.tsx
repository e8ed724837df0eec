import { createBrowserRouter, type RouteObject } from "react-router";
import { ErrorScreen } from "@/components/layout/error-screen";
import { LoadingScreen } from "@/components/layout/loading-screen";
import { loadPhones } from "@/lib/phones";
import { inside, INSIDE, outside, OUTSIDE, type Load } from "./screens";

/** A screen whose code is fetched when somebody goes there. */
const screen = (path: string, load: Load): RouteObject => ({ path, lazy: load });

/** The same for a screen that shows phones of any country. The inbox draws its list without, and again when they come. */
const phones =
  (load: Load): Load =>
  async () =>
    (await Promise.all([load(), loadPhones()]))[0];

const SCREENS: RouteObject[] = [
  { index: true, lazy: phones(INSIDE[""]) },
  screen("inbox/:conversationId?", INSIDE.inbox),
  screen("contacts/:contactId?", phones(INSIDE.contacts)),
  screen("segments/:segmentId?", phones(INSIDE.segments)),
  screen("imports/:importId?", phones(INSIDE.imports)),
  screen("duplicates", phones(INSIDE.duplicates)),
  screen("chatbots/:chatbotId?", phones(INSIDE.chatbots)),
  screen("flows/:flowId", phones(INSIDE.flows)),
  screen(
    "flows/:flowId/sessions/:sessionId?",
    phones(() => import("./routes/flow-sessions")),
  ),
  screen("templates/:templateId?", phones(INSIDE.templates)),
  screen("account/:section?", INSIDE.account),
  screen("settings/:section?/:itemId?", phones(INSIDE.settings)),
  screen("platform/:tenantId?", INSIDE.platform),
];

export const router = createBrowserRouter([
  {
    ErrorBoundary: ErrorScreen,
    HydrateFallback: LoadingScreen,
    children: [
      { lazy: outside, children: Object.entries(OUTSIDE).map(([path, load]) => screen(path, load)) },
      { lazy: inside, children: SCREENS },
      screen("*", () => import("./routes/not-found")),
    ],
  },
]);
