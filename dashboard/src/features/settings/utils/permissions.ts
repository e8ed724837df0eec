/** What may be done with one kind of thing. */
export type PermissionGroup = { resource: string; permissions: string[] };

/** The kinds of things in the order of a company's day; what is not named here comes behind, by name. */
const ORDER = [
  "conversations",
  "messages",
  "media",
  "contacts",
  "templates",
  "flows",
  "whatsapp",
  "users",
  "departments",
  "roles",
  "settings",
  "tenant",
  "api_keys",
  "audit",
];
const ACTIONS = [
  "read",
  "read_all",
  "reply",
  "send",
  "upload",
  "handle",
  "edit",
  "publish",
  "import",
  "export",
  "manage",
];

const placeIn = (order: readonly string[], word: string): number => {
  const place = order.indexOf(word);
  return place < 0 ? order.length : place;
};

const by =
  (order: readonly string[]) =>
  (one: string, other: string): number =>
    placeIn(order, one) - placeIn(order, other) || one.localeCompare(other);

/** The parts of a permission's name: `contacts:manage` is of `contacts`, to `manage`. */
export function partsOf(permission: string): { resource: string; action: string } {
  const [resource = permission, action = ""] = permission.split(":");
  return { resource, action };
}

/** Permissions by the thing they are about, what reads before what changes. */
export function groupPermissions(permissions: readonly string[]): PermissionGroup[] {
  const found = new Map<string, string[]>();
  for (const permission of new Set(permissions)) {
    const { resource } = partsOf(permission);
    found.set(resource, [...(found.get(resource) ?? []), permission]);
  }
  const inside = by(ACTIONS);
  return [...found]
    .sort(([one], [other]) => by(ORDER)(one, other))
    .map(([resource, list]) => ({
      resource,
      permissions: list.sort((one, other) => inside(partsOf(one).action, partsOf(other).action)),
    }));
}

/** The chosen ones with this one switched. */
export function switched(chosen: readonly string[], permission: string, on: boolean): string[] {
  const rest = chosen.filter((one) => one !== permission);
  return on ? [...rest, permission] : rest;
}
