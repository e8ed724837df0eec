/** An address or a network: its bits, how many of them are fixed, and whether it is IPv4 or IPv6. */
type Network = { version: 4 | 6; value: bigint; prefix: number };

const BITS = { 4: 32, 6: 128 } as const;

function ipv4(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return null;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

/** Writes an IPv4 tail (`::ffff:10.0.0.1`) as the two groups that it is. */
function withoutTail(text: string): string | null {
  const place = text.lastIndexOf(":");
  const tail = text.slice(place + 1);
  if (!tail.includes(".")) return text;
  const value = ipv4(tail);
  if (value === null) return null;
  return `${text.slice(0, place + 1)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

function ipv6(given: string): bigint | null {
  const text = withoutTail(given);
  if (text === null || !text.includes(":")) return null;
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** Reads `203.0.113.0/24`, `203.0.113.7`, `2001:db8::/32`; null for what is none. */
export function parseNetwork(text: string): Network | null {
  const [address = "", prefix, ...more] = text.trim().split("/");
  if (more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return null;
  const four = ipv4(address);
  const value = four ?? ipv6(address);
  if (value === null) return null;
  const version = four === null ? 6 : 4;
  const fixed = prefix === undefined ? BITS[version] : Number(prefix);
  return fixed <= BITS[version] ? { version, value, prefix: fixed } : null;
}

const shift = ({ version, prefix }: Network): bigint => BigInt(BITS[version] - prefix);

/** Whether a network begins where it says: `10.0.0.7/8` does not, for it is `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const network = parseNetwork(text);
  return network !== null && (network.value >> shift(network)) << shift(network) === network.value;
}

const MAPPED = 0xffffn << 32n;

/** An IPv4 address in its IPv6 form (`::ffff:…`) as what it is. */
function plain(address: Network): Network {
  const isMapped = address.version === 6 && address.prefix === 128 && address.value >> 32n === MAPPED >> 32n;
  return isMapped ? { version: 4, value: address.value & 0xffffffffn, prefix: 32 } : address;
}

/** Whether an address is in one of the networks; what cannot be read is in none. */
export function includesAddress(networks: readonly string[], address: string): boolean {
  const given = parseNetwork(address);
  if (given === null) return false;
  const forms = [given, plain(given)];
  return networks.some((text) => {
    const network = parseNetwork(text);
    return (
      network !== null &&
      forms.some(
        (form) => form.version === network.version && form.value >> shift(network) === network.value >> shift(network),
      )
    );
  });
}

/** The lines of a text area that say something. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
