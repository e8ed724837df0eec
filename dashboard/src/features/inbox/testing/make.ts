import type { ConversationRow } from "@/api/conversations/list-conversations";
import type { MessageRow } from "@/api/messages/list-messages";
import type { Page } from "@/api/types";

/** A message with what a test says of it. */
export const aMessage = (given: Partial<MessageRow> = {}): MessageRow => ({
  id: "m1",
  direction: "inbound",
  type: "text",
  sender: "contact",
  user_id: null,
  sender_name: null,
  content: { type: "text", body: "Oi" },
  media_id: null,
  status: "received",
  status_at: {},
  error_code: null,
  error_detail: null,
  provider_message_id: "wamid.1",
  reply_to: null,
  flow_session_id: null,
  edited_at: null,
  revoked_at: null,
  referral: null,
  retried_as: null,
  created_at: "2026-11-12T12:00:00Z",
  reactions: [],
  quoted: null,
  media: null,
  ...given,
});

/** A conversation with what a test says of it. */
export const aConversation = (given: Partial<ConversationRow> = {}): ConversationRow => ({
  id: "c1",
  contact_id: "k1",
  contact_name: "Bia",
  contact_phone: "5511900000000",
  whatsapp_config_id: "w1",
  status: "active",
  handler: "agent",
  assigned_to: "ana",
  assigned_at: null,
  department_id: null,
  priority: "medium",
  needs_attention: false,
  unread_count: 0,
  tag_ids: [],
  window: "open",
  window_expires_at: null,
  last_inbound_at: null,
  last_message_at: "2026-11-12T12:00:00Z",
  last_message_preview: "Oi",
  last_message_type: "text",
  last_message_direction: "inbound",
  first_response_at: null,
  waiting_since: null,
  snoozed_until: null,
  resolved_at: null,
  resolved_by: null,
  resolution: null,
  reopened_at: null,
  archived_at: null,
  created_at: "2026-11-12T11:00:00Z",
  version: 1,
  ...given,
});

/** Pages of a list, as an infinite query holds them; all but the last have a next one, and that one too if `isMore`. */
export const pagesOf = <Item>(pages: Item[][], { isMore = false } = {}) => ({
  pages: pages.map((items, index): Page<Item> => ({
    items,
    limit: 50,
    next_cursor: index < pages.length - 1 || isMore ? `after ${index}` : null,
  })),
  pageParams: pages.map((_, index) => (index ? `after ${index - 1}` : "")),
});
