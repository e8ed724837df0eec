import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderApp } from "@/testing/render";
import { SearchInput } from "./search-input";

const told = vi.fn();

function Screen() {
  const [value, setValue] = useState("");
  return (
    <>
      <SearchInput
        label="Find"
        value={value}
        onChange={(next) => {
          told(next);
          setValue(next);
        }}
      />
      <button onClick={() => setValue("from a link")}>link</button>
    </>
  );
}

const field = () => screen.getByRole("searchbox", { name: "Find" });
const write = (value: string) => fireEvent.change(field(), { target: { value } });

beforeEach(async () => {
  told.mockReset();
  await renderApp(<Screen />);
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("tells once when the writing pauses", () => {
  for (const text of ["m", "ma", "mar"]) write(text);
  expect(told).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(told.mock.calls).toEqual([["mar"]]);
});

test("tells at once on Enter, and not again", () => {
  write("mar");
  fireEvent.keyDown(field(), { key: "Enter" });
  vi.advanceTimersByTime(1_000);
  expect(told.mock.calls).toEqual([["mar"]]);
});

test("is cleared at once", () => {
  write("mar");
  fireEvent.keyDown(field(), { key: "Enter" });
  fireEvent.click(screen.getByRole("button", { name: "Clear" }));
  expect(told.mock.calls).toEqual([["mar"], [""]]);
  expect(field()).toHaveValue("");
});

test("shows what was chosen elsewhere", () => {
  fireEvent.click(screen.getByText("link"));
  expect(field()).toHaveValue("from a link");
});
