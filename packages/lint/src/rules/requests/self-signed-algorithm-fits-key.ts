import { sameBytes } from '@quorate/der';
import { keyIdentifierOf } from '../../find/key-identifiers.ts';
import { keyAlgorithm } from '../../find/key-usage.ts';
import { isPostQuantum } from '../../find/post-quantum.ts';
import { quote } from '../../find/quote.ts';
import type { LintCertificate } from '../../object/lint-certificate.ts';
import { isSelfIssued } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

const RSA = [keyAlgorithm.rsa, '1.2.840.113549.1.1.10'];
const EC = [keyAlgorithm.ec];
const DSA = ['1.2.840.10040.4.1'];

/** Arcs of signature algorithms, and the algorithms of the keys that make them. */
const FAMILIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^1\.2\.840\.113549\.1\.1\.(?:[2-5]|1[0-6])$/, RSA],
  [/^1\.2\.840\.10045\.4\.(?:1|3\.[1-4])$/, EC],
  [/^1\.2\.840\.10040\.4\.3$|^2\.16\.840\.1\.101\.3\.4\.3\.[1-8]$/, DSA],
  [/^2\.16\.840\.1\.101\.3\.4\.3\.(?:9|1[0-2])$/, EC],
  [/^2\.16\.840\.1\.101\.3\.4\.3\.1[3-6]$/, RSA],
  [/^1\.3\.101\.112$/, [keyAlgorithm.ed25519]],
  [/^1\.3\.101\.113$/, [keyAlgorithm.ed448]],
];

export const selfSignedAlgorithmFitsKey: Rule = defineRule({
  id: 'self-signed-algorithm-fits-key',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'the signature algorithm of a self-signed certificate fits its key',
  description:
    'A certificate whose issuer is its subject, and whose identifiers do not name another key, is to be signed by ' +
    'its own key. An algorithm that this key cannot have means that the template and the key do not belong ' +
    'together: better seen before the signature than after. A key that is renewed, and named by another ' +
    'identifier, is left alone.',
  citation: 'RFC 5280, 4.1.1.2',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'choose a signature algorithm of the type of the key',
  applies: (object) =>
    object.subject.rdns.length > 0 &&
    isSelfIssued(object) &&
    namesItself(object) &&
    keyTypesOf(object.signature.oid) !== null,
  finds: ({ signature, publicKey }) => {
    const types = keyTypesOf(signature.oid) ?? [];
    if (types.includes(publicKey.algorithm.oid)) return [];
    const message = 'the signature algorithm is not for the type of the key';
    return [{ message, where: 'signature', at: signature.bytes, actual: quote(signature.oid) }];
  },
});

/** `null`: not known here. */
function keyTypesOf(signature: string): readonly string[] | null {
  if (isPostQuantum(signature)) return [signature];
  return FAMILIES.find(([arc]) => arc.test(signature))?.[1] ?? null;
}

function namesItself(object: LintCertificate): boolean {
  const authority = keyIdentifierOf(object, 'authorityKeyIdentifier');
  const subject = keyIdentifierOf(object, 'subjectKeyIdentifier');
  return authority === null || (subject !== null && sameBytes(authority, subject));
}
