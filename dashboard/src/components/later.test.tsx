import { act, render, screen } from "@testing-library/react";
import { Suspense, type ComponentType } from "react";
import { expect, test, vi } from "vitest";
import { later } from "./later";

const Hello = ({ name }: { name: string }) => <p>Hello {name}</p>;
const drawn = (Component: ComponentType<{ name: string }>) => (
  <Suspense fallback="Wait">
    <Component name="Ana" />
  </Suspense>
);

test("fetches its code when it is first drawn, with something in its place until then", async () => {
  const { Component } = later(async () => Hello);

  await act(async () => void render(drawn(Component)));

  expect(await screen.findByText("Hello Ana")).toBeVisible();
});

test("is drawn at once where its code was fetched ahead", async () => {
  const fetch = vi.fn(async () => Hello);
  const { Component, load } = later(fetch);
  await load();

  render(drawn(Component));

  expect(screen.getByText("Hello Ana")).toBeVisible();
  expect(fetch).toHaveBeenCalledOnce();
});

test("tries again after a fetch that failed", async () => {
  const fetch = vi.fn(async () => Hello).mockRejectedValueOnce(new Error("away"));
  const { Component, load } = later(fetch);
  await expect(load()).rejects.toThrow("away");

  await act(async () => void render(drawn(Component)));

  expect(await screen.findByText("Hello Ana")).toBeVisible();
});
