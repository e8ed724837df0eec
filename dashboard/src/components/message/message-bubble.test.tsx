import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { renderApp } from "@/testing/render";
import type { ShownMessage } from "./content";
import { MessageBubble } from "./message-bubble";

const aMessage = (given: Partial<ShownMessage>): ShownMessage => ({
  id: "m1",
  direction: "outbound",
  sender: "agent",
  status: "read",
  content: { type: "text", body: "Oi" },
  created_at: "2026-11-12T12:00:00Z",
  ...given,
});

const BUTTONS = {
  type: "button",
  body: "Já reiniciou?",
  buttons: [
    { id: "yes", title: "Sim" },
    { id: "no", title: "Não" },
  ],
};

describe("a message", () => {
  test("says how far it got to who cannot see its ticks", async () => {
    await renderApp(<MessageBubble message={aMessage({})} />);

    expect(screen.getByText("Read")).toBeInTheDocument();
  });

  test("draws markup as the text that it is", async () => {
    const { container } = await renderApp(
      <MessageBubble message={aMessage({ content: { type: "text", body: "<img src=x onerror=alert(1)>" } })} />,
    );

    expect(container.querySelector("img")).toBeNull();
    expect(screen.getByText("<img src=x onerror=alert(1)>")).toBeInTheDocument();
  });

  test("that failed says why, what to do, and lets it be tried again", async () => {
    const onRetry = vi.fn();
    await renderApp(<MessageBubble message={aMessage({ status: "failed", error_code: "131047" })} onRetry={onRetry} />);

    expect(screen.getByText("The 24-hour window is closed.")).toBeInTheDocument();
    expect(screen.getByText(/Send an approved template/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalledWith("m1");
  });

  test("that was sent again is not offered once more", async () => {
    const message = aMessage({ status: "failed", retried_as: "m2" });
    await renderApp(<MessageBubble message={message} onRetry={() => undefined} />);

    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  test("with choices marks the one that was taken", async () => {
    await renderApp(<MessageBubble message={aMessage({ content: BUTTONS })} chosenId="yes" />);

    const [yes, no] = screen.getAllByRole("listitem");
    expect([yes?.textContent, no?.textContent]).toEqual(["chosenSim", "Não"]);
  });

  test("on a phone lets its choices be pressed", async () => {
    const onChoose = vi.fn();
    await renderApp(
      <MessageBubble message={aMessage({ content: BUTTONS })} perspective="contact" onChoose={onChoose} />,
    );

    await userEvent.click(screen.getByRole("button", { name: "Não" }));
    expect(onChoose).toHaveBeenCalledWith({ id: "no", title: "Não" });
  });

  test("goes to what it quotes", async () => {
    const onQuoteClick = vi.fn();
    const quoted = {
      id: "m0",
      direction: "inbound",
      type: "image",
      sender: "contact",
      content: { type: "image" },
      revoked_at: null,
      created_at: "",
    } as const;
    await renderApp(<MessageBubble message={aMessage({ quoted })} contactName="Bia" onQuoteClick={onQuoteClick} />);

    await userEvent.click(screen.getByRole("button", { name: "Go to the quoted message of Bia: Picture" }));
    expect(onQuoteClick).toHaveBeenCalledWith("m0");
  });

  test("that was taken back shows nothing of itself", async () => {
    await renderApp(<MessageBubble message={aMessage({ revoked_at: "2026-11-12T12:01:00Z" })} />);

    expect(screen.queryByText("Oi")).toBeNull();
    expect(screen.getByText("This message was deleted")).toBeInTheDocument();
  });

  test("of a kind that later versions know says so", async () => {
    await renderApp(<MessageBubble message={aMessage({ direction: "inbound", content: { type: "hologram" } })} />);

    expect(screen.getByText(/does not pass this kind/)).toBeInTheDocument();
  });
});
