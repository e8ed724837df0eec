import { expect, test } from "vitest";
import { groupPermissions, partsOf, switched } from "./permissions";

test("permissions stand by their thing, what reads first", () => {
  const groups = groupPermissions([
    "contacts:manage",
    "audit:read",
    "contacts:read",
    "conversations:read",
    "contacts:import",
  ]);

  expect(groups).toEqual([
    { resource: "conversations", permissions: ["conversations:read"] },
    { resource: "contacts", permissions: ["contacts:read", "contacts:import", "contacts:manage"] },
    { resource: "audit", permissions: ["audit:read"] },
  ]);
});

test("a thing that is not known yet comes last, and nothing comes twice", () => {
  const groups = groupPermissions(["zebras:ride", "campaigns:read", "users:read", "users:read"]);

  expect(groups.map((group) => group.resource)).toEqual(["users", "campaigns", "zebras"]);
  expect(groups[0]?.permissions).toEqual(["users:read"]);
});

test("a permission's name has two parts", () => {
  expect(partsOf("api_keys:manage")).toEqual({ resource: "api_keys", action: "manage" });
});

test("switching one leaves the others, and never doubles it", () => {
  expect(switched(["a:b", "c:d"], "c:d", true)).toEqual(["a:b", "c:d"]);
  expect(switched(["a:b", "c:d"], "a:b", false)).toEqual(["c:d"]);
});
