import { create } from "zustand";

/** Phones of Brazil: an area that there is, and nine digits that begin with 9 or eight that begin with 2 to 5. */
const BRAZILIAN = /^\+55([14689][1-9]|2[12478]|3[1-578]|5[13-5]|7[13-579])(9\d{4}|[2-5]\d{3})(\d{4})$/;

type Format = (phone: string) => string | undefined;

/** What knows the phones of every country. It is as large as all that draws the inbox, and most phones need it not: it
 * comes afterwards. */
const usePhones = create<{ foreign: Format | null }>(() => ({ foreign: null }));

let loading: Promise<void> | undefined;

/** Fetches what knows the phones of all countries; without it they are shown bare, so a failure is no matter. */
export function loadPhones(): Promise<void> {
  loading ??= import("libphonenumber-js/min").then(
    ({ default: parse }) => usePhones.setState({ foreign: (phone) => parse(phone)?.formatInternational() }),
    () => {
      loading = undefined;
    },
  );
  return loading;
}

/** Draws again once the phones of all countries can be shown; for what is drawn before that. */
export function useAllPhones(): void {
  usePhones();
}

/** A phone as it is written at home, with a `+` before it; undefined where it is none, or nobody can tell yet. */
export function internationalOf(phone: string): string | undefined {
  const [, area, first, last] = BRAZILIAN.exec(phone) ?? [];
  if (area) return `+55 ${area} ${first} ${last}`;
  return usePhones.getState().foreign?.(phone);
}
