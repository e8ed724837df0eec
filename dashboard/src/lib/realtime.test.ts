import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Realtime, useRealtimeStatus, type Frame } from "./realtime";

class FakeSocket {
  static all: FakeSocket[] = [];
  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1);
    if (!last) throw new Error("There is no socket.");
    return last;
  }
  static readonly OPEN = 1;
  readyState = 0;
  said: { type: string; [field: string]: unknown }[] = [];
  closed: number | undefined | null = null;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly address: string) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.said.push(JSON.parse(text));
  }
  /** As a browser does with a dead network: `onclose` comes much later, if at all. */
  close(code?: number) {
    this.closed = code;
    this.readyState = 2;
  }
  open() {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }
  hear(frame: Frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  break() {
    this.readyState = 3;
    this.onclose?.();
  }
  types() {
    return this.said.map(({ type }) => type);
  }
}

let ticket: () => Promise<string>;
let tickets = 0;
let realtime: Realtime;
const status = () => useRealtimeStatus.getState().status;
const settle = () => vi.advanceTimersByTimeAsync(0);

const connected = async () => {
  realtime.start();
  await settle();
  FakeSocket.last.open();
  return FakeSocket.last;
};
const reconnected = async () => {
  await vi.advanceTimersByTimeAsync(20_000);
  FakeSocket.last.open();
  return FakeSocket.last;
};

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  FakeSocket.all = [];
  tickets = 0;
  ticket = async () => `t${(tickets += 1)}`;
  realtime = new Realtime(
    () => ticket(),
    (one) => `/ws?ticket=${one}`,
  );
});
afterEach(() => {
  realtime.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("coming in", () => {
  test("is live once the first ping is answered", async () => {
    const socket = await connected();
    expect(socket.address).toBe("/ws?ticket=t1");
    expect(status()).toBe("connecting");

    socket.hear({ type: "pong", id: 7 });

    expect(status()).toBe("live");
  });

  test("says once that it has begun, as nobody told what happened until then", async () => {
    const begun = vi.fn();
    realtime.on("begun", begun);
    const socket = await connected();
    expect(begun).not.toHaveBeenCalled();
    socket.hear({ type: "pong", id: 7 });
    await vi.advanceTimersByTimeAsync(25_000);
    socket.hear({ type: "pong", id: 8 });
    socket.break();
    (await reconnected()).hear({ type: "pong", id: 9 });

    expect(begun).toHaveBeenCalledTimes(1);
  });

  test("has not begun while the first tries are broken off before they are live", async () => {
    const begun = vi.fn();
    realtime.on("begun", begun);
    (await connected()).break();
    const next = await reconnected();
    expect(begun).not.toHaveBeenCalled();

    next.hear({ type: "pong", id: 7 });

    expect(begun).toHaveBeenCalledTimes(1);
  });

  test("follows at once what was wanted before, each channel once", async () => {
    realtime.follow("messages");
    realtime.follow("messages");
    const socket = await connected();

    expect(socket.said[0]).toEqual({ type: "subscribe", channels: ["messages"] });
  });

  test("opens one socket when the network comes back while a ticket is on its way", async () => {
    let give: (ticket: string) => void = () => undefined;
    ticket = () => new Promise((resolve) => (give = resolve));
    realtime.start();
    const first = give;
    window.dispatchEvent(new Event("online"));
    first("old");
    give("new");
    await settle();

    expect(FakeSocket.all.map(({ address }) => address)).toEqual(["/ws?ticket=new"]);
  });

  test("opens none when it was stopped meanwhile", async () => {
    realtime.start();
    realtime.stop();
    await settle();

    expect(FakeSocket.all).toEqual([]);
    expect(status()).toBe("off");
  });
});

describe("coming back", () => {
  test("asks for what was missed since the last pong, and is away until it has come", async () => {
    realtime.follow("messages");
    const socket = await connected();
    socket.hear({ type: "pong", id: 7, data: { sight: "s1" } });
    socket.hear({ type: "message_received", id: 9 });
    socket.break();
    expect(status()).toBe("away");

    const next = await reconnected();

    expect(next.said).toEqual([
      { type: "subscribe", channels: ["messages"] },
      { type: "resume", after: 7, sight: "s1" },
      { type: "ping" },
    ]);
    expect(status()).toBe("away");
    next.hear({ type: "pong", id: 12 });
    expect(status()).toBe("live");
  });

  test("applies what is replayed once", async () => {
    const heard: unknown[] = [];
    realtime.on("message_received", ({ id }) => heard.push(id));
    const socket = await connected();
    socket.hear({ type: "pong", id: 7 });
    socket.hear({ type: "message_received", id: 8 });
    socket.break();
    const next = await reconnected();

    for (const id of [10, 8, 9, 10]) next.hear({ type: "message_received", id });

    expect(heard).toEqual([8, 10, 9]);
  });

  test("applies each signal, which has no number", async () => {
    const heard = vi.fn();
    realtime.on("user_typing", heard);
    const socket = await connected();

    socket.hear({ type: "user_typing", id: null });
    socket.hear({ type: "user_typing", id: null });

    expect(heard).toHaveBeenCalledTimes(2);
  });

  test("goes on after the number of a resync", async () => {
    const socket = await connected();
    socket.hear({ type: "pong", id: 7 });
    socket.hear({ type: "resync", id: 50 });
    socket.break();

    const next = await reconnected();

    expect(next.said).toContainEqual({ type: "resume", after: 50 });
  });

  test("waits twice as long after each failure, up to fifteen seconds, and short again after a success", async () => {
    ticket = () => Promise.reject(new Error("down"));
    const asked = vi.spyOn({ ask: ticket }, "ask");
    ticket = () => {
      asked();
      return Promise.reject(new Error("down"));
    };
    realtime.start();
    await vi.advanceTimersByTimeAsync(499);
    const before = [asked.mock.calls.length];
    await vi.advanceTimersByTimeAsync(1);
    before.push(asked.mock.calls.length);
    await vi.advanceTimersByTimeAsync(999);
    before.push(asked.mock.calls.length);
    await vi.advanceTimersByTimeAsync(1);
    before.push(asked.mock.calls.length);

    expect(before).toEqual([1, 2, 2, 3]);
    await vi.advanceTimersByTimeAsync(120_000);
    const many = asked.mock.calls.length;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked.mock.calls.length).toBe(many + 1);
  });

  test("tells again which conversation is open", async () => {
    realtime.viewing("c1");
    const socket = await connected();
    expect(socket.said).toContainEqual({ type: "viewing", conversation_id: "c1" });
  });
});

describe("a dead socket", () => {
  test("is left when its ping stays unanswered, without waiting for the browser to close it", async () => {
    const socket = await connected();
    socket.hear({ type: "pong", id: 1 });

    await vi.advanceTimersByTimeAsync(75_000);

    expect(socket.closed).not.toBeNull();
    expect(FakeSocket.all.length).toBe(2);
    FakeSocket.last.open();
    socket.hear({ type: "message_received", id: 99 });
    socket.break();
    FakeSocket.last.hear({ type: "pong", id: 1 });
    expect(status()).toBe("live");
  });

  test("is not one that was quiet while timers were late", async () => {
    const socket = await connected();
    socket.hear({ type: "pong", id: 1 });

    vi.setSystemTime(60_000);
    await vi.advanceTimersByTimeAsync(25_000);

    expect(socket.closed).toBeNull();
    expect(socket.types().filter((type) => type === "ping")).toHaveLength(2);
  });
});

describe("while it is open", () => {
  test("unfollows when the last one does, and each only once", async () => {
    const socket = await connected();
    const [first, second] = [realtime.follow("agents"), realtime.follow("agents")];
    first();
    first();
    expect(socket.types()).not.toContain("unsubscribe");

    second();

    expect(socket.said.at(-1)).toEqual({ type: "unsubscribe", channels: ["agents"] });
  });

  test("goes on under a newer token", async () => {
    const socket = await connected();
    realtime.prolong("newer");
    expect(socket.said.at(-1)).toEqual({ type: "auth", token: "newer" });
  });

  test("lets the others hear when one of them fails", async () => {
    const failed = vi.fn();
    vi.stubGlobal("reportError", failed);
    const heard = vi.fn();
    realtime.on("contact_updated", () => {
      throw new Error("broken");
    });
    realtime.on("contact_updated", heard);
    const socket = await connected();

    socket.hear({ type: "contact_updated", id: 3 });

    expect(heard).toHaveBeenCalledTimes(1);
    expect(failed).toHaveBeenCalledTimes(1);
  });

  test("forgets where it was when it is stopped: the next person is another", async () => {
    const socket = await connected();
    socket.hear({ type: "pong", id: 7 });
    realtime.stop();
    expect(socket.closed).toBe(1000);

    const next = await connected();

    expect(next.types()).toEqual(["ping"]);
  });
});
