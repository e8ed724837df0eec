import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Schema } from "@/api/types";
import { useSession } from "@/lib/session";
import { renderApp } from "@/testing/render";
import { ConnectionCard } from "./connection-card";

type Connection = Schema<"PhoneConnection">;

const PICTURE = "data:image/png;base64,aW1hZ2U=";
const connection = (state: Connection["state"]): Connection => ({
  state,
  asked: true,
  phone_number: state === "open" ? "5511955550100" : null,
  reason: null,
  since: null,
});

beforeEach(() => {
  useSession.setState({ status: "signed-in", accessToken: "token", expiresAt: Date.now() + 3_600_000 });
});

function answer(state: Connection["state"]): void {
  vi.stubGlobal("fetch", (request: Request) =>
    Promise.resolve(
      Response.json(
        new URL(request.url).pathname.endsWith("/qr")
          ? { code: "2@abc", picture: PICTURE, pairing_code: "WZYE-H1YY" }
          : connection(state),
      ),
    ),
  );
}

test("a phone that is not linked is linked by a picture, or by a code that is typed", async () => {
  answer("closed");
  await renderApp(<ConnectionCard configId="c" />);

  fireEvent.click(await screen.findByRole("button", { name: "Show QR code" }));

  expect(await screen.findByRole("img", { name: "QR code that links the phone" })).toHaveAttribute("src", PICTURE);
  expect(screen.getByText("WZYE-H1YY")).toBeVisible();
});

test.each([
  ["open", "Linked", false],
  ["connecting", "Connecting", true],
  ["closed", "Not linked", true],
  ["unknown", "Unknown", true],
] as const)("a phone that is %s says %j, and offers to be linked: %s", async (state, words, isOffered) => {
  answer(state);
  await renderApp(<ConnectionCard configId="c" />);

  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show QR code" }) !== null).toBe(isOffered);
});
