/** Takes the secret of an e-mail's link out of what stands after the `#`, which browsers keep to themselves. */
export function linkToken(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || null;
}
