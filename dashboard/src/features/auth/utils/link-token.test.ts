import { expect, test } from "vitest";
import { linkToken } from "./link-token";

test.each([
  ["#token=q3Yx_-T0", "q3Yx_-T0"],
  ["#other=1&token=a", "a"],
  ["#token=", null],
  ["#", null],
  ["", null],
])("%j holds %j", (hash, token) => expect(linkToken(hash)).toBe(token));
