import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import {
  BookOpen,
  Building2,
  CalendarOff,
  Clock,
  CreditCard,
  KeyRound,
  ListPlus,
  Lock,
  LockKeyhole,
  MailPlus,
  MessageCircleMore,
  MessageSquareQuote,
  Network,
  ScrollText,
  ShieldCheck,
  Smartphone,
  Sparkles,
  Star,
  Tag,
  Timer,
  TrendingUp,
  Users,
  Workflow,
  type LucideIcon,
} from "lucide-react";

/** What every section gets: the id behind its own address, `/settings/<section>/<itemId>`. */
export type SectionProps = { itemId?: string };
type Loaded = { Section: ComponentType<SectionProps> };

export const GROUPS = ["company", "channels", "team", "support", "automation", "developers"] as const;
export type SectionGroup = (typeof GROUPS)[number];

export type SettingsSection = {
  id: string;
  group: SectionGroup;
  icon: LucideIcon;
  /** Whoever has it sees the section; within, what may be changed is asked again. */
  permission: string;
  Section: LazyExoticComponent<ComponentType<SectionProps>>;
};

/** A section whose code is fetched when somebody opens it. Its name and line are `sections.<id>` in the settings' texts. */
const section = (
  id: string,
  group: SectionGroup,
  icon: LucideIcon,
  permission: string,
  load: () => Promise<Loaded>,
): SettingsSection => ({
  id,
  group,
  icon,
  permission,
  Section: lazy(async () => ({ default: (await load()).Section })),
});

/** Every section, in the order of the menu. */
export const SECTIONS: readonly SettingsSection[] = [
  section("company", "company", Building2, "tenant:read", () => import("./company/section")),
  section("plan", "company", CreditCard, "tenant:read", () => import("./plan/section")),
  section("security", "company", ShieldCheck, "tenant:manage", () => import("./security/section")),
  section("audit", "company", ScrollText, "audit:read", () => import("./audit/section")),
  section("numbers", "channels", Smartphone, "whatsapp:manage", () => import("./numbers/section")),
  section("users", "team", Users, "users:read", () => import("./users/section")),
  section("invitations", "team", MailPlus, "users:manage", () => import("./invitations/section")),
  section("departments", "team", Network, "departments:manage", () => import("./departments/section")),
  section("roles", "team", Lock, "roles:manage", () => import("./roles/section")),
  section("hours", "support", Clock, "settings:manage", () => import("./hours/section")),
  section("holidays", "support", CalendarOff, "settings:manage", () => import("./holidays/section")),
  section("canned", "support", MessageSquareQuote, "conversations:manage", () => import("./canned/section")),
  section("fields", "support", ListPlus, "contacts:manage", () => import("./fields/section")),
  section("tags", "support", Tag, "contacts:manage", () => import("./tags/section")),
  section("sla", "support", Timer, "settings:manage", () => import("./sla/section")),
  section("csat", "support", Star, "settings:manage", () => import("./csat/section")),
  section("scores", "support", TrendingUp, "settings:manage", () => import("./scores/section")),
  section("bot-messages", "automation", MessageCircleMore, "settings:manage", () => import("./bot-messages/section")),
  section("automation", "automation", Workflow, "settings:manage", () => import("./automation/section")),
  section("ai", "automation", Sparkles, "settings:manage", () => import("./ai/section")),
  section("knowledge", "automation", BookOpen, "flows:read", () => import("./knowledge/section")),
  section("api-keys", "developers", KeyRound, "api_keys:manage", () => import("./api-keys/section")),
  section("secrets", "developers", LockKeyhole, "settings:manage", () => import("./secrets/section")),
];

/** The sections that somebody with these permissions sees, by group; groups without any are left out. */
export function sectionsFor(permissions: readonly string[]): { group: SectionGroup; sections: SettingsSection[] }[] {
  return GROUPS.map((group) => ({
    group,
    sections: SECTIONS.filter((one) => one.group === group && permissions.includes(one.permission)),
  })).filter(({ sections }) => sections.length > 0);
}
