import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { z } from "zod";
import { useEntityForm } from "./use-entity-form";

const schema = z.object({ name: z.string(), secret: z.string() });
const given = (values: z.infer<typeof schema>) => ({ schema, values, send: () => Promise.resolve() });

test("a secret that was sent is not left in its field", async () => {
  const nothing = { name: "", secret: "" };
  const { result } = renderHook(() => useEntityForm({ ...given(nothing), after: () => nothing }));
  act(() => result.current.form.setValue("secret", "hush", { shouldDirty: true }));
  expect(result.current.dirty).toBe(true);

  await act(() => result.current.submit());

  expect(result.current.form.getValues("secret")).toBe("");
  expect(result.current.dirty).toBe(false);
});

test("news reaches the fields that nobody touched, and no other", () => {
  const { result, rerender } = renderHook((values) => useEntityForm(given(values)), {
    initialProps: { name: "Ana", secret: "" },
  });
  act(() => result.current.form.setValue("name", "Ana Maria", { shouldDirty: true }));

  rerender({ name: "Bia", secret: "new" });

  expect(result.current.form.getValues()).toEqual({ name: "Ana Maria", secret: "new" });
});
