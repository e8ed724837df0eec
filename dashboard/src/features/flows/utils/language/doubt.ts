/** Something odd about a text in one of the two languages: `doubts.<code>` says it. */
export type Doubt = { code: string; params?: Record<string, string | number> };
