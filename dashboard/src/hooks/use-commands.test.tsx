import { act, render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useCommandPalette, useCommands } from "./use-commands";

const offered = () => [...useCommandPalette.getState().byScreen.values()].flat();

function Screen({ label, run }: { label: string; run: () => void }) {
  useCommands([{ id: "archive", label, run }]);
  return null;
}

test("a screen's commands are offered while it is mounted, and do what it last meant", () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const { rerender, unmount } = render(<Screen label="Archive" run={first} />);
  const [before] = offered();
  rerender(<Screen label="Archive" run={second} />);

  act(() => before?.run());

  expect(offered()).toEqual([before]);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  unmount();
  expect(offered()).toEqual([]);
});

test("a new name is shown at once", () => {
  const { rerender } = render(<Screen label="Archive" run={vi.fn()} />);
  rerender(<Screen label="Arquivar" run={vi.fn()} />);
  expect(offered().map(({ label }) => label)).toEqual(["Arquivar"]);
});

test("two screens offer side by side", () => {
  render(
    <>
      <Screen label="A" run={vi.fn()} />
      <Screen label="B" run={vi.fn()} />
    </>,
  );
  expect(offered().map(({ label }) => label)).toEqual(["A", "B"]);
});
