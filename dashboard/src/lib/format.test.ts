import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import {
  dayOf,
  formatBytes,
  formatClock,
  formatDateTime,
  formatDuration,
  formatListTime,
  formatPhone,
  formatRelative,
  formatShare,
  formatUpTo,
  formatTime,
  initialsOf,
  setTimeZone,
} from "./format";
import { keepLanguage } from "./language";

const plain = (text: string) => text.replaceAll(/\s/gu, " ");
const NOON = Date.parse("2026-11-20T15:00:00Z");

beforeEach(() => {
  keepLanguage("pt-BR");
  setTimeZone("America/Sao_Paulo");
});

describe("times", () => {
  test("are in the person's zone, not the machine's", () => {
    setTimeZone("Asia/Tokyo");
    expect(formatTime("2026-11-20T15:00:00Z")).toBe("00:00");
    expect(dayOf("2026-11-20T15:00:00Z")).toBe("2026-11-21");
  });

  test("are written as people do", () => {
    expect(plain(formatDateTime("2026-11-12T17:05:00Z"))).toBe("12 de nov. de 2026, 14:05");
  });

  test.each([
    ["2026-11-20T14:55:00Z", "há 5 minutos"],
    ["2026-11-20T15:00:10Z", "agora"],
    ["2026-11-20T18:00:00Z", "em 3 horas"],
    ["2026-11-19T12:00:00Z", "ontem"],
  ])("%s is %s", (at, words) => expect(formatRelative(at, NOON)).toBe(words));

  test.each([
    ["2026-11-20T03:00:00Z", "00:00"],
    ["2026-11-20T02:59:00Z", "qui."],
    ["2026-11-01T12:00:00Z", "01/11"],
  ])("of a list are as short as they can be: %s is %s", (at, words) => expect(formatListTime(at, NOON)).toBe(words));
});

describe("sizes and lengths", () => {
  test.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_234_567, "1,2 MB"],
    [5e12, "5.000 GB"],
  ])("%d bytes is %s", (bytes, words) => expect(plain(formatBytes(bytes))).toBe(words));

  test.each([
    [65, "1:05"],
    [3723, "1:02:03"],
    [-5, "0:00"],
  ])("%d seconds is %s", (seconds, words) => expect(formatClock(seconds)).toBe(words));

  test.each([
    [59, "59 s"],
    [60, "1 min"],
    [7_500, "2 h 5 min"],
    [86_400, "1 d"],
  ])("%d seconds lasts %s", (seconds, words) => expect(formatDuration(seconds)).toBe(words));

  test("where there is little room a number ends at a most", () =>
    expect([formatUpTo(99), formatUpTo(5_000), formatUpTo(5_000, 1_000)]).toEqual(["99", "99+", "1.000+"]));
  test("a share is a percentage", () => expect(formatShare(0.256)).toBe("25,6%"));
});

describe("people", () => {
  test.each([
    ["5511987654321", "+55 11 98765 4321"],
    ["+15551234567", "+1 555 123 4567"],
    ["BR.abc", "BR.abc"],
  ])("%s is shown as %s", (phone, words) => expect(formatPhone(phone).replaceAll("-", " ")).toBe(words));

  test.each([
    ["Ana Maria de Souza", "AS"],
    ["  bia ", "B"],
    ["", "?"],
  ])("%j is %s", (name, letters) => expect(initialsOf(name)).toBe(letters));

  test("initials of anything are never none", () => {
    fc.assert(fc.property(fc.string(), (name) => initialsOf(name).length > 0));
  });
});
