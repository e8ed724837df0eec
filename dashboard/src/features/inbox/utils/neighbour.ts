/** The conversation after or before the open one in a list; the first where none of it is open. Undefined at its ends. */
export function neighbourOf(ids: readonly string[], openId: string | undefined, step: 1 | -1): string | undefined {
  const at = openId === undefined ? -1 : ids.indexOf(openId);
  return at < 0 ? ids[0] : ids[at + step];
}
