import { expect, test, vi } from "vitest";
import { ApiError } from "@/lib/api-error";
import { applyApiErrors } from "./form-errors";

const form = () => ({ getValues: () => ({ email: "", items: [{ text: "" }] }), setError: vi.fn() });
const refused = (...details: { field: string; message: string }[]) =>
  new ApiError({ status: 422, code: "VALIDATION_ERROR", message: "Some fields hold invalid values.", details });
const apply = (target: ReturnType<typeof form>, error: unknown, names = {}) =>
  applyApiErrors(target as unknown as Parameters<typeof applyApiErrors>[0], error, names);

test("puts each problem on its field, and the focus on the first", () => {
  const target = form();

  const left = apply(target, refused({ field: "email", message: "taken" }, { field: "items.0.text", message: "long" }));

  expect(left).toBeNull();
  expect(target.setError.mock.calls).toEqual([
    ["email", { type: "server", message: "taken" }, { shouldFocus: true }],
    ["items.0.text", { type: "server", message: "long" }, { shouldFocus: false }],
  ]);
});

test("says what belongs to no field of the form", () => {
  const target = form();
  expect(apply(target, refused({ field: "slug", message: "too short" }))).toBe("too short");
  expect(target.setError).not.toHaveBeenCalled();
});

test("knows fields by other names", () => {
  const target = form();
  expect(apply(target, refused({ field: "mail", message: "no" }), { mail: "email" })).toBeNull();
  expect(target.setError.mock.calls[0]?.[0]).toBe("email");
});

test("says what is wrong with all of it", () => {
  expect(apply(form(), new ApiError({ status: 409, code: "TAKEN", message: "It is taken." }))).toBe("It is taken.");
});

test("tells how long to wait", () => {
  const error = new ApiError({ status: 429, code: "RATE_LIMITED", message: "Too many.", retryAfter: 125 });
  expect(apply(form(), error)).toBe("Too many tries. Wait 2 min and try again.");
});

test("shows nobody what a program said to itself", () => {
  expect(apply(form(), new TypeError("x is undefined"))).not.toContain("undefined");
});

test("says the refusal itself where it is not about what was filled in", () => {
  const details = [{ field: "contacts", message: "1000 of 1000 are used" }];
  const error = new ApiError({ status: 403, code: "PLAN_LIMIT_REACHED", message: "The plan is full.", details });
  expect(apply(form(), error)).toBe("The plan is full.");
});
