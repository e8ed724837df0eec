import { expect, test } from "vitest";
import { middleSquare } from "./picture";
import { deviceOf } from "./user-agent";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

test.each([
  [CHROME, "Chrome", "Windows", false],
  [`${CHROME} Edg/130.0.0.0`, "Edge", "Windows", false],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
    true,
  ],
  ["Mozilla/5.0 (Android 15; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0", "Firefox", "Android", true],
  ["curl/8.5.0", "curl", null, false],
  [null, null, null, false],
])("%s is %s on %s", (userAgent, browser, system, isPhone) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system, isPhone });
});

test.each([
  [400, 300, { x: 50, y: 0, side: 300 }],
  [300, 500, { x: 0, y: 100, side: 300 }],
])("of %d × %d the middle is kept", (width, height, square) => expect(middleSquare(width, height)).toEqual(square));
