import { encodeExplicit, encodeInteger, encodeSequence } from '@quorate/der';
import { checkTbs, type ReadTbs } from './check-tbs.ts';
import { IssueError } from './error.ts';
import { encodeExtensions } from './extensions.ts';
import type { TbsParts } from './tbs-parts.ts';
import { encodeValidity } from './validity.ts';

/** INTEGER 2: version 3. */
const V3 = 2;
/** What the strict reader takes. */
const MAX_BYTES = 2 ** 20;

/**
 * A TBSCertificate (RFC 5280, 4.1), version 3. Names, algorithm and key stand in it byte for byte as given: none of them
 * passes through a library that would write it anew. What was written is read again and compared with what was meant.
 *
 * @throws IssueError `too-large`, `encoding-fault`
 */
export function encodeTbs(parts: TbsParts): ReadTbs & { readonly tbs: Uint8Array } {
  const tbs = encodeSequence(
    encodeExplicit(0, encodeInteger(V3)),
    encodeInteger(parts.serialNumber),
    parts.signatureAlgorithm,
    parts.issuer,
    encodeValidity(parts.validity),
    parts.subject,
    parts.publicKey,
    encodeExtensions(parts.extensions),
  );
  if (tbs.length > MAX_BYTES) {
    const [expected, actual] = [`at most ${MAX_BYTES} octets`, `${tbs.length}`];
    throw new IssueError('too-large', { path: 'tbs', expected, actual });
  }
  return { tbs, ...checkTbs(tbs, parts) };
}
