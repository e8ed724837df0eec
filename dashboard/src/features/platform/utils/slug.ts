/** Where combining marks are in Unicode, once letters and marks are apart. */
const MARKS = /[\u0300-\u036f]/g;
const LONGEST = 63;

/** A slug from a company's name: `Provedor Água Boa` is `provedor-agua-boa`. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(MARKS, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
}

/** Whether a text may be a slug, as far as can be told here. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text) && text.slice(2, 4) !== "--";
}

/** Whether a text may be a host's name of two labels or more, international ones in punycode. */
export function isDomain(text: string): boolean {
  return (
    text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(text)
  );
}
