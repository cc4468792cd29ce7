import { hexOf } from '@quorate/der';
import type { GeneralName } from './general-name.ts';
import { escapeUnseen, nameText } from './name-text.ts';

/**
 * A GeneralName in one line for people: its type in RFC 5280's word, then what it says. Addresses are written as usual
 * (`192.0.2.0/24` where there is a mask), names by RFC 4514, what is not looked into as hexadecimal octets. What is not
 * seen and what turns the direction of text is escaped, so the line is safe to print.
 */
export function generalNameText(name: GeneralName): string {
  switch (name.type) {
    case 'dNSName':
    case 'rfc822Name':
    case 'uniformResourceIdentifier':
      return `${name.type} ${escapeUnseen(name.value)}`;
    case 'iPAddress':
      return `${name.type} ${addressText(name.bytes)}`;
    case 'directoryName':
      return `${name.type} ${nameText(name.name)}`;
    case 'registeredID':
      return `${name.type} ${name.oid}`;
    default:
      return `${name.type} ${hexOf(name.bytes)}`;
  }
}

/** 4 or 16 octets; or twice as many, the second half a mask of leading ones. */
function addressText(bytes: Uint8Array): string {
  if (bytes.length === 8 || bytes.length === 32) {
    const half = bytes.length / 2;
    const ones = bytes.subarray(half).reduce((sum, octet) => sum + octet.toString(2).replaceAll('0', '').length, 0);
    return `${addressText(bytes.subarray(0, half))}/${ones}`;
  }
  if (bytes.length === 4) return bytes.join('.');
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 2) {
    groups.push((((bytes[i] as number) << 8) | (bytes[i + 1] ?? 0)).toString(16));
  }
  return shortened(groups);
}

/** RFC 5952, 4.2: the first of the longest runs of at least two zero groups is written `::`. */
function shortened(groups: readonly string[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.length).join(':')}`;
}
