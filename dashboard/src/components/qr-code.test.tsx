import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderApp } from "@/testing/render";
import { QrCode } from "./qr-code";

/** More than a QR code holds: its package throws. */
const TOO_LONG = "x".repeat(5_000);

test("a code that cannot be drawn says so in its place, and can be asked for again", async () => {
  await renderApp(<QrCode text={TOO_LONG} label="The code" className="size-44" />);

  expect(await screen.findByRole("alert")).toHaveTextContent("could not be shown");
  expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled();
});

test("a text is drawn", async () => {
  await renderApp(<QrCode text="otpauth://totp/x" label="The code" className="size-44" />);

  expect(await screen.findByRole("img", { name: "The code" })).toBeVisible();
});
