import { expect, test } from "vitest";
import { dataOf } from "./frames";

test("a frame is read with what a newer server adds", () => {
  const data = {
    type: "message_sent",
    conversation_id: "c1",
    message_id: "m1",
    sender: "bot",
    content: { type: "text", body: "Oi", x: 1 },
    y: 2,
  };

  expect(dataOf("message_sent", { type: "message_sent", data })).toEqual({
    conversation_id: "c1",
    message_id: "m1",
    sender: "bot",
    content: { type: "text", body: "Oi", x: 1 },
  });
});

test("a frame that is not what its type promises is left out", () => {
  expect(dataOf("message_status", { type: "message_status", data: { message_id: "m1" } })).toBeNull();
  expect(dataOf("user_typing", { type: "user_typing" })).toBeNull();
  expect(
    dataOf("user_typing", { type: "user_typing", data: { conversation_id: "c1", user_id: "u1", on: 1 } }),
  ).toBeNull();
  expect(dataOf("user_viewing", { type: "user_viewing", data: { conversation_id: "c1", user_ids: [1] } })).toBeNull();
  const sent = { conversation_id: "c1", message_id: "m1", sender: "bot", content: { body: "Oi" } };
  expect(dataOf("message_sent", { type: "message_sent", data: sent })).toBeNull();
});

test("what a frame may leave out may be null or not there, and nothing else", () => {
  const data = { conversation_id: "c1", message_id: "m1", status: "failed", at: "2026-11-20T15:00:00Z" };

  expect(dataOf("message_status", { type: "message_status", data })).toEqual(data);
  expect(dataOf("message_status", { type: "message_status", data: { ...data, error_code: null } })).toEqual({
    ...data,
    error_code: null,
  });
  expect(dataOf("message_status", { type: "message_status", data: { ...data, error_code: 131047 } })).toBeNull();
});
