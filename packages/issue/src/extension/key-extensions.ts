import { encodeBoolean, encodeInteger, encodeNamedBits, encodeOid, encodeSequence } from '@quorate/der';
import { type KeyUsage, keyUsageNames } from '@quorate/x509';
import { keyUsageBits } from '../key-usage.ts';
import type { ExtensionContent } from './planned-extension.ts';

/** basicConstraints (RFC 5280, 4.2.1.9), checked before. */
export function basicConstraints({
  ca,
  pathLen,
}: {
  readonly ca: boolean;
  readonly pathLen?: number;
}): ExtensionContent {
  const fields = [];
  if (ca) fields.push(encodeBoolean(true));
  if (pathLen !== undefined) fields.push(encodeInteger(pathLen));
  return { value: encodeSequence(...fields), meant: { ca, pathLen: pathLen ?? null } };
}

/**
 * keyUsage (RFC 5280, 4.2.1.3).
 *
 * @throws IssueError `usage-empty`, `usage-unknown`, `usage-repeated`
 */
export function keyUsage(usages: readonly KeyUsage[]): ExtensionContent {
  const value = encodeNamedBits(keyUsageBits(usages, 'keyUsage'));
  return { value, meant: { usages: keyUsageNames.filter((name) => usages.includes(name)), unknownBits: [] } };
}

/** extKeyUsage (RFC 5280, 4.2.1.12), object identifiers that have been checked. */
export function extendedKeyUsage(purposes: readonly string[]): ExtensionContent {
  return { value: encodeSequence(...purposes.map(encodeOid)), meant: { purposes } };
}
