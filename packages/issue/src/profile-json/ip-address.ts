/**
 * The octets of an address: IPv4 as four decimal numbers without leading zeros, IPv6 in the forms of RFC 4291, 2.2, the last
 * 32 bits as IPv4 allowed, zones not.
 *
 * @returns 4 or 16 octets, or `null` for other text
 */
export function addressOf(text: string): Uint8Array | null {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

/**
 * Address and mask of `ADDRESS/BITS` (RFC 4632), as name constraints have them.
 *
 * @returns 8 or 32 octets, or `null` for other text and for an address with bits beyond the mask
 */
export function subnetOf(text: string): Uint8Array | null {
  const match = /^([^/]+)\/(0|[1-9][0-9]{0,2})$/.exec(text);
  const address = match === null ? null : addressOf(match[1] as string);
  if (match === null || address === null) return null;
  const bits = Number(match[2]);
  if (bits > 8 * address.length) return null;
  const mask = address.map((_, i) => (0xff00 >> Math.min(8, Math.max(0, bits - 8 * i))) & 0xff);
  if (address.some((octet, i) => (octet & ~(mask[i] as number)) !== 0)) return null;
  return Uint8Array.of(...address, ...mask);
}

function ipv4(text: string): Uint8Array | null {
  const match = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/.exec(text);
  const octets = match?.slice(1).map(Number);
  return octets === undefined || octets.some((octet) => octet > 255) ? null : Uint8Array.from(octets);
}

function ipv6(text: string): Uint8Array | null {
  if (text.length > 45) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [before, after] = halves.map((half) => (half === '' ? [] : groupsOf(half)));
  if (before === undefined || before === null || after === null) return null;
  if (after === undefined) return before.length === 16 ? Uint8Array.from(before) : null;
  // Two colons stand for one group of zeros at least (RFC 5952, 4.2.2, forbids to write one so; reading takes it).
  const zeros = 16 - before.length - after.length;
  // An IPv4 form is the end of an address, so it cannot stand before the two colons.
  if (zeros < 2 || halves[0]?.includes('.')) return null;
  return Uint8Array.of(...before, ...new Array<number>(zeros).fill(0), ...after);
}

/** Octets of groups with single colons between them, or `null`. */
function groupsOf(text: string): number[] | null {
  const groups = text.split(':');
  const octets: number[] = [];
  for (const [i, group] of groups.entries()) {
    if (/^[0-9A-Fa-f]{1,4}$/.test(group)) {
      const value = Number.parseInt(group, 16);
      octets.push(value >> 8, value & 0xff);
      continue;
    }
    const last = i === groups.length - 1 ? ipv4(group) : null;
    if (last === null) return null;
    octets.push(...last);
  }
  return octets.length > 16 ? null : octets;
}

/** The text of 4 or 16 octets; IPv6 by RFC 5952: small letters, the first longest run of zero groups as two colons. */
export function addressText(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    (((octets[2 * i] ?? 0) << 8) | (octets[2 * i + 1] ?? 0)).toString(16),
  );
  let [start, length] = [0, 1];
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (groups[end] === '0') end++;
    if (end - i > length) [start, length] = [i, end - i];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** The text `ADDRESS/BITS` of an address and a contiguous mask. */
export function subnetText(octets: Uint8Array): string {
  const size = octets.length / 2;
  const bits = octets.subarray(size).reduce((sum, octet) => sum + octet.toString(2).replaceAll('0', '').length, 0);
  return `${addressText(octets.subarray(0, size))}/${bits}`;
}
