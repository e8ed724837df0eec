type Screen = { Component: () => React.ReactNode };

/** Fetches a screen's code. */
export type Load = () => Promise<Screen>;

/** What stands around the screens of who is not logged in, and of who is. */
export const outside: Load = () => import("./routes/outside");
export const inside: Load = () => import("./routes/inside");

/** The screens of who is not logged in, by their address. */
export const OUTSIDE = {
  login: () => import("./routes/login"),
  register: () => import("./routes/register"),
  "forgot-password": () => import("./routes/forgot-password"),
  "reset-password": () => import("./routes/reset-password"),
  "accept-invite": () => import("./routes/accept-invite"),
  "verify-email": () => import("./routes/verify-email"),
} satisfies Record<string, Load>;

/** The screens of who is logged in, by the first part of their address. */
export const INSIDE = {
  "": () => import("./routes/home"),
  inbox: () => import("./routes/inbox"),
  contacts: () => import("./routes/contacts"),
  segments: () => import("./routes/segments"),
  imports: () => import("./routes/imports"),
  duplicates: () => import("./routes/duplicates"),
  chatbots: () => import("./routes/chatbots"),
  flows: () => import("./routes/flow"),
  templates: () => import("./routes/templates"),
  account: () => import("./routes/account"),
  settings: () => import("./routes/settings"),
  platform: () => import("./routes/platform"),
} satisfies Record<string, Load>;

/** The texts of a screen, by the first part of its address: most are named as it is. */
const TEXTS: Record<string, readonly string[]> = {
  "": ["home"],
  duplicates: ["contacts"],
  flows: ["flows", "flow-nodes", "flow-panels"],
};

/** The namespaces that a screen is drawn with; who is not logged in sees one of the screens for that, whatever the address. */
export function textsOf(first: string, { isInside }: { isInside: boolean }): readonly string[] {
  if (!isInside) return ["common", "auth"];
  return ["common", "shell", ...(first in INSIDE ? (TEXTS[first] ?? [first]) : [])];
}
