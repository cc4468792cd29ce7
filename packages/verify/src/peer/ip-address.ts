/** An IPv4 address as four decimal numbers without leading zeros (RFC 6943, 3.1.1), 4 octets, or `null`. */
export function ipv4Octets(text: string): Uint8Array | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256))
    return null;
  return Uint8Array.from(parts, Number);
}

/** An IPv6 address as text (RFC 4291, 2.2; no zone), 16 octets, or `null`. Its last 32 bits may be written as IPv4. */
export function ipv6Octets(text: string): Uint8Array | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves;
  const left = groups(head ?? '', tail === undefined);
  const right = tail === undefined ? [] : groups(tail, true);
  if (left === null || right === null) return null;
  const missing = 16 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 2) return null;
  return Uint8Array.of(...left, ...new Array<number>(missing).fill(0), ...right);
}

/** The octets of groups between colons; what may end the address may end in IPv4. */
function groups(text: string, last: boolean): number[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const octets: number[] = [];
  for (const [i, part] of parts.entries()) {
    const v4 = last && i === parts.length - 1 && part.includes('.') ? ipv4Octets(part) : null;
    if (v4 !== null) octets.push(...v4);
    else if (/^[0-9A-Fa-f]{1,4}$/.test(part))
      octets.push(Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255);
    else return null;
  }
  return octets;
}
