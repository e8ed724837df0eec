import { expect, test } from "vitest";
import { stepsOf } from "./steps";

const done = (known: Parameters<typeof stepsOf>[0]) =>
  stepsOf(known)
    .filter((step) => step.done)
    .map((step) => step.id);

test("a new company has everything before it", () => {
  const steps = stepsOf({ numbers: [], chatbots: [], people: 1, departments: 0 });

  expect(steps.map((step) => step.id)).toEqual(["number", "bot", "answer", "team", "department"]);
  expect(steps.every((step) => !step.done)).toBe(true);
});

test("a number counts once it is on, and answers once it has a chatbot", () => {
  expect(done({ numbers: [{ is_active: false, chatbot_id: null }] })).toEqual([]);
  expect(done({ numbers: [{ is_active: true, chatbot_id: null }] })).toEqual(["number"]);
  expect(done({ numbers: [{ is_active: true, chatbot_id: "1" }] })).toEqual(["number", "answer"]);
});

test("a bot counts once it is on and something of it is published", () => {
  expect(done({ chatbots: [{ is_active: true, published_flows: 0 }] })).toEqual([]);
  expect(done({ chatbots: [{ is_active: false, published_flows: 2 }] })).toEqual([]);
  expect(done({ chatbots: [{ is_active: true, published_flows: 1 }] })).toEqual(["bot"]);
});

test("who may not see something is not asked to do it", () => {
  expect(stepsOf({ people: 3 }).map((step) => step.id)).toEqual(["team"]);
  expect(stepsOf({})).toEqual([]);
});
