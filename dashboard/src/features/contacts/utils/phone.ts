import parsePhoneNumber from "libphonenumber-js/min";

/** What can be said of a phone that is being typed; `international` is how it will be written to. */
export type PhoneHint =
  | { kind: "empty" }
  | { kind: "wrong" }
  | { kind: "ok"; international: string }
  | { kind: "old_mobile"; international: string; withNinth: string };

const MIN_DIGITS = 6;
const MAX_DIGITS = 15;
/** A Brazilian mobile as it was before the ninth digit: landlines begin with 2 to 5 and never got one. */
const OLD_MOBILE = /^55([1-9]{2})([6-9]\d{7})$/;

/** The digits with a country code: what looks like a Brazilian number typed without one gets Brazil's. */
function withCountry(text: string): string {
  const digits = text.replace(/\D/g, "");
  const isLocal = /^[1-9]{2}(9\d{8}|\d{8})$/.test(digits) && !text.trim().startsWith("+");
  return isLocal ? `55${digits}` : digits;
}

const written = (digits: string): string => parsePhoneNumber(`+${digits}`)?.formatInternational() ?? `+${digits}`;

/** Says how a typed phone is understood, and whether a Brazilian mobile lacks its ninth digit. */
export function phoneHint(text: string): PhoneHint {
  if (!text.trim()) return { kind: "empty" };
  const digits = withCountry(text);
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || /[^\d\s().+/-]/.test(text)) return { kind: "wrong" };
  const [, area, rest] = OLD_MOBILE.exec(digits) ?? [];
  if (!area || !rest) return { kind: "ok", international: written(digits) };
  return { kind: "old_mobile", international: written(digits), withNinth: written(`55${area}9${rest}`) };
}
