import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useRecorder } from "./use-recorder";

afterEach(() => vi.unstubAllGlobals());

test("a microphone that is given after one has called it off is let go", async () => {
  const stop = vi.fn();
  let give: (stream: unknown) => void = () => undefined;
  const asked = new Promise((resolve) => {
    give = resolve;
  });
  vi.stubGlobal("MediaRecorder", { isTypeSupported: () => true });
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: () => asked } });
  const { result } = renderHook(() => useRecorder(() => undefined));

  act(() => void result.current.start());
  act(() => result.current.cancel());
  await act(async () => {
    give({ getTracks: () => [{ stop }] });
    await asked;
  });

  expect(stop).toHaveBeenCalledOnce();
  expect(result.current.recording.step).toBe("idle");
});
