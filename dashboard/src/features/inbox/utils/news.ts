import type { QueryClient } from "@tanstack/react-query";
import { conversationQuery } from "@/api/conversations/get-conversation";
import { ApiError } from "@/lib/api-error";
import { applyRow, catchUp, dropConversation, heldRow } from "./apply-event";
import type { InboxData } from "./frames";
import type { Looking } from "./matching";
import { afterUpdate, isCountedAnew } from "./told-row";

/** Events come in bursts (a bot answers within milliseconds): what they touch is fetched once, this long after the first. */
const GATHER_MS = 150;
/** Beyond so many conversations at once the lists are asked for again instead. */
const MOST_FETCHED = 8;
/** Counts and lists of which one is unsure are asked for again no more often than this. */
const QUIET_MS = 1_500;

/** Gathers what events touched, fetches it once, and puts it where it belongs. One for each stay in the inbox. */
export class News {
  private rows = new Set<string>();
  private threads = new Set<string>();
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private refetching: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: QueryClient,
    private readonly looking: () => Looking,
    private readonly onGone: (conversationId: string) => void,
  ) {}

  /** A conversation's row is not what it was. */
  touchRow(conversationId: string): void {
    this.rows.add(conversationId);
    this.gather();
  }

  /** An event tells how a conversation is now; where it does not tell enough, its row is fetched. */
  hearUpdate(told: InboxData<"conversation_updated">): void {
    const id = told.conversation_id;
    const isAsked = this.rows.has(id) || this.client.isFetching({ queryKey: ["conversations", id], exact: true }) > 0;
    const held = isAsked ? undefined : heldRow(this.client, id);
    const row = held && afterUpdate(held, told, this.looking().myId);
    if (!held || !row) return this.touchRow(id);
    const isSure = row === held || applyRow(this.client, row, this.looking());
    if (!isSure || isCountedAnew(held, row) || told.reason === "noted") this.refetchSoon({ lists: "unsure" });
  }

  /** A thread has news that the event told in part. */
  touchThread(conversationId: string): void {
    this.threads.add(conversationId);
    this.gather();
  }

  /** Asks for everything on the screen again. */
  refetchAll(): void {
    void this.client.invalidateQueries({ queryKey: ["conversations"] });
    void this.client.invalidateQueries({ queryKey: ["messages", "files"] });
    for (const query of this.client.getQueryCache().findAll({ queryKey: ["messages", "list"] })) {
      const id = (query.queryKey[2] as { conversation_id?: string } | undefined)?.conversation_id;
      if (id && query.isActive()) this.touchThread(id);
      else this.client.removeQueries({ queryKey: query.queryKey, exact: true });
    }
  }

  stop(): void {
    clearTimeout(this.gathering);
    clearTimeout(this.refetching);
  }

  private gather(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      const [rows, threads] = [[...this.rows], [...this.threads]];
      this.rows.clear();
      this.threads.clear();
      for (const id of threads) void catchUp(this.client, id).catch(() => undefined);
      if (rows.length > MOST_FETCHED) this.refetchSoon({ lists: "all" });
      else for (const id of rows) void this.fetchRow(id);
      if (rows.length) this.refetchSoon({ lists: "unsure" });
    }, GATHER_MS);
  }

  private async fetchRow(id: string): Promise<void> {
    try {
      const row = await this.client.fetchQuery({ ...conversationQuery(id), staleTime: 0 });
      applyRow(this.client, row, this.looking());
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 403)) this.drop(id);
    }
  }

  /** Takes a conversation off the screen. */
  drop(id: string): void {
    this.rows.delete(id);
    this.threads.delete(id);
    dropConversation(this.client, id);
    this.onGone(id);
    this.refetchSoon({ lists: "unsure" });
  }

  private refetchSoon({ lists }: { lists: "all" | "unsure" }): void {
    if (lists === "all")
      void this.client.invalidateQueries({ queryKey: ["conversations", "list"], refetchType: "none" });
    this.refetching ??= setTimeout(() => {
      this.refetching = undefined;
      void this.client.refetchQueries({
        queryKey: ["conversations", "list"],
        type: "active",
        stale: true,
        predicate: isInvalid,
      });
      void this.client.invalidateQueries({ queryKey: ["conversations", "stats"] });
    }, QUIET_MS);
  }
}

const isInvalid = (query: { state: { isInvalidated: boolean } }): boolean => query.state.isInvalidated;
