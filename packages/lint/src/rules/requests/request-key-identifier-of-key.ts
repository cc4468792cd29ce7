import { type DigestName, digest } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import type { RawKey } from '../../object/raw-key.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const requestKeyIdentifierOfKey: Rule = defineRule({
  id: 'request-key-identifier-of-key',
  kinds: ['csr'],
  severity: 'notice',
  title: 'a subjectKeyIdentifier that is asked for is made from the key',
  description:
    'Usual identifiers are the SHA-1 of the public key, its last 60 bits behind 0100, or the first 160 bits of a ' +
    'longer digest of the key or of the whole SubjectPublicKeyInfo. Another one may be meant; it is often that of ' +
    'an older key, left in a template.',
  citation: 'RFC 5280, 4.2.1.2',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'leave the identifier out, so that the CA makes it from the key',
  applies: (object) => extensionOf(object, 'subjectKeyIdentifier') !== null,
  finds: (object) => {
    const identifier = extensionValue(object, 'subjectKeyIdentifier')?.keyIdentifier;
    if (identifier === undefined || candidates(object.publicKey).some((one) => isOf(identifier, one))) return [];
    const message = 'the subjectKeyIdentifier is no usual identifier of the key';
    return [{ message, where: 'extensions.subjectKeyIdentifier', at: identifier }];
  },
});

/** RFC 5280, 4.2.1.2 and RFC 7093, 2: each also at its full length. */
function candidates({ bytes, subjectPublicKey }: RawKey): readonly Uint8Array[] {
  const sha1 = digest('SHA-1', subjectPublicKey);
  const short = sha1.slice(12);
  short[0] = 0x40 | ((short[0] ?? 0) & 0x0f);
  const longer: readonly DigestName[] = ['SHA-256', 'SHA-384', 'SHA-512'];
  return [sha1, short, ...longer.flatMap((name) => [digest(name, subjectPublicKey), digest(name, bytes)])];
}

function isOf(identifier: Uint8Array, candidate: Uint8Array): boolean {
  const first = candidate.length > 20 ? candidate.subarray(0, 20) : candidate;
  return sameBytes(identifier, candidate) || sameBytes(identifier, first);
}
