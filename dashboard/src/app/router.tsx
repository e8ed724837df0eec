import { createBrowserRouter, type RouteObject } from "react-router";
import { ErrorScreen } from "@/components/layout/error-screen";
import { LoadingScreen } from "@/components/layout/loading-screen";

type Screen = { Component: () => React.ReactNode };

/** A screen whose code is fetched when somebody goes there. */
const screen = (path: string, load: () => Promise<Screen>): RouteObject => ({ path, lazy: load });

const OUTSIDE: RouteObject[] = [
  screen("login", () => import("./routes/login")),
  screen("register", () => import("./routes/register")),
  screen("forgot-password", () => import("./routes/forgot-password")),
  screen("reset-password", () => import("./routes/reset-password")),
  screen("accept-invite", () => import("./routes/accept-invite")),
  screen("verify-email", () => import("./routes/verify-email")),
];

const INSIDE: RouteObject[] = [
  { index: true, lazy: () => import("./routes/home") },
  screen("inbox/:conversationId?", () => import("./routes/inbox")),
  screen("contacts/:contactId?", () => import("./routes/contacts")),
  screen("segments/:segmentId?", () => import("./routes/segments")),
  screen("imports/:importId?", () => import("./routes/imports")),
  screen("duplicates", () => import("./routes/duplicates")),
  screen("chatbots/:chatbotId?", () => import("./routes/chatbots")),
  screen("flows/:flowId", () => import("./routes/flow")),
  screen("flows/:flowId/sessions/:sessionId?", () => import("./routes/flow-sessions")),
  screen("templates/:templateId?", () => import("./routes/templates")),
  screen("account/:section?", () => import("./routes/account")),
  screen("settings/:section?/:itemId?", () => import("./routes/settings")),
  screen("platform/:tenantId?", () => import("./routes/platform")),
];

export const router = createBrowserRouter([
  {
    ErrorBoundary: ErrorScreen,
    HydrateFallback: LoadingScreen,
    children: [
      { lazy: () => import("./routes/outside"), children: OUTSIDE },
      { lazy: () => import("./routes/inside"), children: INSIDE },
      screen("*", () => import("./routes/not-found")),
    ],
  },
]);
