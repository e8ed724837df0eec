const KEPT_DAYS = 30;

/** When a company that was deleted is erased. */
export function erasedAt(deletedAt: string): string {
  const at = new Date(deletedAt);
  at.setUTCDate(at.getUTCDate() + KEPT_DAYS);
  return at.toISOString();
}
