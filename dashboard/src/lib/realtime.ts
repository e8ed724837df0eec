import { create } from "zustand";
import { unwrap, api } from "./api";

/** A frame of the server (docs/guides/websocket.md): events have an `id`, the company's number; signals have null. */
export type Frame = { type: string; id?: number | null; at?: string; data?: unknown };
type Listener = (frame: Frame) => void;

export type RealtimeStatus = "off" | "connecting" | "live" | "away";

/** How the socket is: `live` once everything that was missed has come, `away` while it is broken and tries again. */
export const useRealtimeStatus = create<{ status: RealtimeStatus }>(() => ({ status: "off" }));

const PING_MS = 25_000;
/** Without a word for so long the socket is dead, whatever the browser believes. */
const SILENCE_MS = 40_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Numbers of events remembered, so that one which is replayed after a reconnect is applied once. */
const MOST_SEEN = 20_000;

/** The WebSocket of this tab: connects, follows channels, comes back by itself, and misses nothing.
 *
 * After a reconnect it says `resume` with the last number; what was missed arrives as ordinary events, each once. A
 * `resync` reaches the listeners of every type's `"resync"`: they fetch anew. Where there was no number to go on from it
 * says `"begun"` to its own listeners once it is live: nobody told what happened until then.
 */
export class Realtime {
  private socket: WebSocket | null = null;
  private listeners = new Map<string, Set<Listener>>();
  private channels = new Map<string, number>();
  private lastId: number | null = null;
  private sight: string | undefined;
  private seen = new Set<number>();
  private pings = 0;
  private wait = FIRST_WAIT_MS;
  private timers: ReturnType<typeof setTimeout>[] = [];
  private heardAt = 0;
  private isWanted = false;
  private viewed: string | null = null;
  /** Counts the tries to connect: one that was overtaken by a later one must not open a second socket. */
  private attempt = 0;

  constructor(
    private readonly ticket: () => Promise<string>,
    private readonly address: (ticket: string) => string,
  ) {}

  /** Opens the socket and keeps it open until `stop`. */
  start(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    window.addEventListener("online", this.hurry);
    window.addEventListener("offline", this.lose);
    void this.connect();
  }

  /** Closes it and forgets where it was: the next person is another. */
  stop(): void {
    this.isWanted = false;
    this.attempt += 1;
    window.removeEventListener("online", this.hurry);
    window.removeEventListener("offline", this.lose);
    this.clear();
    this.drop(1000);
    this.wait = FIRST_WAIT_MS;
    this.lastId = null;
    this.sight = undefined;
    this.seen.clear();
    useRealtimeStatus.setState({ status: "off" });
  }

  /** Hears of a type of frame, or of `"*"` for all; gives what ends it. */
  on(type: string, listener: Listener): () => void {
    const set = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, set.add(listener));
    return () => set.delete(listener);
  }

  /** Follows a channel until the returned function is called; several may follow the same one. */
  follow(channel: string): () => void {
    const count = this.channels.get(channel) ?? 0;
    this.channels.set(channel, count + 1);
    if (count === 0) this.say({ type: "subscribe", channels: [channel] });
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const left = (this.channels.get(channel) ?? 1) - 1;
      if (left > 0) this.channels.set(channel, left);
      else {
        this.channels.delete(channel);
        this.say({ type: "unsubscribe", channels: [channel] });
      }
    };
  }

  /** Goes on under a newer token of the same person, without a break. */
  prolong(token: string): void {
    this.say({ type: "auth", token });
  }

  /** Tells the others that one writes in a conversation, or stopped. Say it again every few seconds: it lapses after ten. */
  typing(conversationId: string, on: boolean): void {
    this.say({ type: "typing", conversation_id: conversationId, on });
  }

  /** Tells the others which conversation one has open; null for none. Told again after a reconnect. */
  viewing(conversationId: string | null): void {
    this.viewed = conversationId;
    this.say({ type: "viewing", conversation_id: conversationId });
  }

  private say(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  private async connect(): Promise<void> {
    useRealtimeStatus.setState(({ status }) => ({ status: status === "away" ? "away" : "connecting" }));
    this.attempt += 1;
    const attempt = this.attempt;
    let ticket: string;
    try {
      ticket = await this.ticket();
    } catch {
      if (attempt === this.attempt) this.again();
      return;
    }
    if (attempt !== this.attempt) return;
    const socket = new WebSocket(this.address(ticket));
    this.socket = socket;
    socket.onopen = () => this.socket === socket && this.greet();
    socket.onmessage = ({ data }) => this.socket === socket && this.hear(JSON.parse(String(data)) as Frame);
    socket.onclose = () => this.socket === socket && this.again();
  }

  private greet(): void {
    this.heardAt = Date.now();
    this.pings = 0;
    if (this.channels.size) this.say({ type: "subscribe", channels: [...this.channels.keys()] });
    if (this.lastId !== null) this.say({ type: "resume", after: this.lastId, sight: this.sight });
    if (this.viewed) this.say({ type: "viewing", conversation_id: this.viewed });
    this.ping();
    this.timers.push(setInterval(() => this.beat(), PING_MS));
  }

  private ping(): void {
    this.pings += 1;
    this.say({ type: "ping" });
  }

  /** Only what does not answer is dead: in a hidden tab the timer itself may be late. */
  private beat(): void {
    if (this.pings > 0 && Date.now() - this.heardAt > SILENCE_MS) {
      this.drop();
      this.again();
    } else this.ping();
  }

  /** Lets go of the socket at once: the browser may take minutes to say that a dead one is closed. */
  private drop(code?: number): void {
    const socket = this.socket;
    this.socket = null;
    socket?.close(code);
  }

  private hear(frame: Frame): void {
    this.heardAt = Date.now();
    if (frame.type === "pong") this.settle(frame);
    else if (frame.id == null) this.tell(frame);
    else if (!this.seen.has(frame.id)) {
      this.seen.add(frame.id);
      this.tell(frame);
    }
    if (frame.type === "resync" && frame.id != null) this.lastId = frame.id;
  }

  /** A pong ends what was said before its ping: all that was missed has come, and its number is safe to go on from. */
  private settle(frame: Frame): void {
    this.pings -= 1;
    this.sight = (frame.data as { sight?: string } | undefined)?.sight ?? this.sight;
    if (this.pings > 0) return;
    const hasBegun = this.lastId === null && useRealtimeStatus.getState().status !== "live";
    this.wait = FIRST_WAIT_MS;
    if (frame.id != null) this.lastId = frame.id;
    if (this.seen.size > MOST_SEEN) this.seen = new Set([...this.seen].slice(-MOST_SEEN / 2));
    useRealtimeStatus.setState({ status: "live" });
    if (hasBegun) this.tell({ type: "begun" });
  }

  private tell(frame: Frame): void {
    for (const type of [frame.type, "*"])
      for (const listener of this.listeners.get(type) ?? []) {
        try {
          listener(frame);
        } catch (error) {
          reportError(error); // One that fails must not keep the others from hearing.
        }
      }
  }

  private again(): void {
    this.clear();
    this.socket = null;
    if (!this.isWanted) return;
    useRealtimeStatus.setState({ status: "away" });
    const wait = this.wait * (0.75 + Math.random() / 2);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
    this.timers.push(setTimeout(() => void this.connect(), wait));
  }

  private readonly hurry = (): void => {
    if (this.socket || !this.isWanted) return;
    this.clear();
    this.wait = FIRST_WAIT_MS;
    void this.connect();
  };

  /** Says at once what the silence would say after a while. */
  private readonly lose = (): void => {
    if (!this.socket) return;
    this.drop();
    this.again();
  };

  private clear(): void {
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
  }
}

const address = (ticket: string): string => {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/ws?ticket=${encodeURIComponent(ticket)}`;
};

export const realtime = new Realtime(async () => (await unwrap(api.POST("/api/v1/ws/ticket"))).ticket, address);
