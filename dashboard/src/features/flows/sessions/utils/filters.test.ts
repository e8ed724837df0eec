import { expect, test } from "vitest";
import { readFilters } from "./filters";

test("reads what the numbers of a flow name", () => {
  const search = new URLSearchParams("from=2026-10-23T18%3A14%3A09Z&version=1&node=menu&event=asked&running=true");
  expect(readFilters(search)).toEqual({
    from: "2026-10-23T18:14:09Z",
    version: 1,
    node: "menu",
    event: "asked",
    running: true,
  });
});

test("leaves out what is no filter", () => {
  expect(readFilters(new URLSearchParams("status=odd&version=x&running=maybe&view=what-if&node="))).toEqual({});
});
