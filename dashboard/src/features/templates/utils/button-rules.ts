import type { ButtonType, DraftButton } from "./draft";
import { error, lengthOf, tooLong, type Finding } from "./finding";
import { gapsOf } from "./gaps";

export const MAX_BUTTONS = 10;
/** How many of each kind. */
export const AT_MOST: Record<ButtonType, number> = { QUICK_REPLY: 10, URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, FLOW: 1 };
export const MAX_TEXT = 25;
export const MAX_URL = 2000;
export const MAX_PHONE = 20;
export const MAX_CODE = 20;

const PHONE = /^\+?[0-9][0-9 ()-]*$/;
const WEB = /^https?:\/\/[^\s{}]+(\{\{1\}\})?$/;

/** Whether another button of a kind may be added. */
export function mayAdd(buttons: readonly DraftButton[], type: ButtonType): boolean {
  return buttons.length < MAX_BUTTONS && buttons.filter((one) => one.type === type).length < AT_MOST[type];
}

/** What is empty is missing, not wrong. */
const wrong = (at: string, text: string, key: string, most: number): Finding =>
  text.trim() ? error(at, key, { most }) : error(at, "missing");

function contents(button: DraftButton, at: string): Finding[] {
  switch (button.type) {
    case "URL": {
      const gaps = gapsOf(button.url);
      return [
        ...(button.url.length <= MAX_URL && WEB.test(button.url)
          ? []
          : [wrong(`${at}.url`, button.url, "url", MAX_URL)]),
        ...(gaps.length === 1 && !button.example.trim() ? [error(`${at}.example`, "example", { gap: "1" })] : []),
      ];
    }
    case "PHONE_NUMBER":
      return PHONE.test(button.phone) && button.phone.length <= MAX_PHONE
        ? []
        : [wrong(`${at}.phone`, button.phone, "phone", MAX_PHONE)];
    case "COPY_CODE":
      return button.example && lengthOf(button.example) <= MAX_CODE
        ? []
        : [wrong(`${at}.example`, button.example, "code", MAX_CODE)];
    case "FLOW":
      return button.flow.id ? [] : [error(`${at}.flow`, "flow")];
    default:
      return [];
  }
}

function oneButton(button: DraftButton, place: number): Finding[] {
  const at = `buttons.${place}`;
  const text = button.type === "COPY_CODE" ? [] : tooLong(`${at}.text`, button.text, MAX_TEXT);
  const gap = button.type !== "COPY_CODE" && button.text.includes("{{") ? [error(`${at}.text`, "no_gap")] : [];
  return [...text, ...gap, ...contents(button, at)];
}

const isReply = (button: DraftButton): boolean => button.type === "QUICK_REPLY";

/** How often a run of quick replies begins. */
const replyRuns = (buttons: readonly DraftButton[]): number =>
  buttons.filter((button, place) => {
    const before = buttons[place - 1];
    return isReply(button) && !(before && isReply(before));
  }).length;

const shownTwice = (buttons: readonly DraftButton[]): string[] => {
  const texts = buttons.filter((one) => one.type !== "COPY_CODE" && one.text).map((one) => one.text);
  return [...new Set(texts.filter((text, place) => texts.indexOf(text) !== place))];
};

/** Everything that Meta would refuse of a template's buttons, and what WhatsApp on a computer does not show. */
export function buttonFindings(buttons: readonly DraftButton[]): Finding[] {
  const counts = Object.entries(AT_MOST).map(
    ([type, most]) => [type, most, buttons.filter((one) => one.type === type).length] as const,
  );
  const isHidden = buttons.length > 3 || (buttons.some(isReply) && !buttons.every(isReply));
  return [
    ...(buttons.length > MAX_BUTTONS ? [error("buttons", "too_many", { most: MAX_BUTTONS })] : []),
    ...counts
      .filter(([, most, count]) => count > most)
      .map(([type, most]) => error("buttons", `most.${type}`, { most })),
    ...(replyRuns(buttons) > 1 ? [error("buttons", "together")] : []),
    ...shownTwice(buttons).map((text) => error("buttons", "twice", { text })),
    ...buttons.flatMap(oneButton),
    ...(isHidden ? [{ at: "buttons", key: "desktop", level: "warning" as const }] : []),
  ];
}
