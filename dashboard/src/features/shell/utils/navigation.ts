import {
  BotIcon,
  BuildingIcon,
  HouseIcon,
  LayoutTemplateIcon,
  MessagesSquareIcon,
  SettingsIcon,
  UsersIcon,
  type LucideIcon,
} from "lucide-react";
import type { Me } from "@/api/me/get-me";

/** A place of the navigation; `under` are the paths of screens that belong to it. */
export type Place = {
  id: "home" | "inbox" | "contacts" | "bots" | "templates" | "settings" | "platform";
  path: string;
  icon: LucideIcon;
  under: readonly string[];
  shortcut: string;
  /** Any of them is enough; none is needed where there is no list. */
  permissions?: readonly string[];
};

const PLACES: readonly Place[] = [
  { id: "home", path: "/", icon: HouseIcon, under: [], shortcut: "g h" },
  {
    id: "inbox",
    path: "/inbox",
    icon: MessagesSquareIcon,
    under: ["/inbox"],
    shortcut: "g i",
    permissions: ["conversations:read"],
  },
  {
    id: "contacts",
    path: "/contacts",
    icon: UsersIcon,
    under: ["/contacts", "/segments", "/imports", "/duplicates"],
    shortcut: "g c",
    permissions: ["contacts:read"],
  },
  {
    id: "bots",
    path: "/chatbots",
    icon: BotIcon,
    under: ["/chatbots", "/flows"],
    shortcut: "g b",
    permissions: ["flows:read"],
  },
  {
    id: "templates",
    path: "/templates",
    icon: LayoutTemplateIcon,
    under: ["/templates"],
    shortcut: "g t",
    permissions: ["templates:manage", "messages:send"],
  },
  {
    id: "settings",
    path: "/settings",
    icon: SettingsIcon,
    under: ["/settings"],
    shortcut: "g s",
    permissions: ["tenant:read"],
  },
];
const PLATFORM: Place = {
  id: "platform",
  path: "/platform",
  icon: BuildingIcon,
  under: ["/platform"],
  shortcut: "g p",
};

/** Whether somebody runs the platform: they see its companies, and nothing within one. */
export const isOperator = (me: Pick<Me, "role">): boolean => me.role === "super_admin";

/** Where somebody may go. */
export function placesOf(me: Pick<Me, "role" | "permissions">): readonly Place[] {
  if (isOperator(me)) return [PLATFORM];
  return PLACES.filter(({ permissions: any }) => !any || any.some((one) => me.permissions.includes(one)));
}

/** Whether a path lies within a place. */
export function isWithin(place: Pick<Place, "path" | "under">, path: string): boolean {
  if (path === place.path) return true;
  return place.under.some((root) => path === root || path.startsWith(`${root}/`));
}

/** In these the second part of the path is a page of its own; elsewhere it is what is chosen on the page. */
const OF_PAGES = ["settings", "account", "platform"];

/** Names the page that a path shows, for telling a new one from another choice on the same one. */
export function screenOf(path: string): string {
  const [, first = "", second = ""] = path.split("/");
  return OF_PAGES.includes(first) ? `${first}/${second}` : first;
}
