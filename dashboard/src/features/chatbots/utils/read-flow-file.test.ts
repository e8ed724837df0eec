import { expect, test } from "vitest";
import { MAX_FILE_BYTES, readFlowFile } from "./read-flow-file";

test("gives the content of a JSON file", async () => {
  expect(await readFlowFile(new File(['{"format":"pytake.flow"}'], "a.json"))).toEqual({
    content: { format: "pytake.flow" },
  });
});

test.each(["", "oi", '"text"', "12"])("refuses what is no document: %s", async (text) => {
  expect(await readFlowFile(new File([text], "a.json"))).toEqual({ problem: "no_json" });
});

test("does not read what the server would refuse for its size", async () => {
  const file = new File(["{}"], "a.json");
  Object.defineProperty(file, "size", { value: MAX_FILE_BYTES + 1 });
  expect(await readFlowFile(file)).toEqual({ problem: "too_big" });
});
