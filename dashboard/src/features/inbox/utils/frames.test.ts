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
});
