import { DerReader } from '@quorate/der';
import type { RawAlgorithm } from '../../object/raw-algorithm.ts';
import { defineRule, type Rule } from '../../rule.ts';

const PSS = '1.2.840.113549.1.1.10';

const WEAK: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'MD2'],
  ['1.2.840.113549.1.1.4', 'MD5'],
  ['1.2.840.113549.1.1.5', 'SHA-1'],
  ['1.3.14.3.2.29', 'SHA-1'],
  ['1.2.840.10040.4.3', 'SHA-1'],
  ['1.2.840.10045.4.1', 'SHA-1'],
]);

export const crlSignatureHash: Rule = defineRule({
  id: 'crl-signature-hash',
  kinds: ['crl'],
  severity: 'warning',
  title: 'a CRL is not signed over MD2, MD5 or SHA-1',
  description:
    'Two texts with one hash can be made for these three, and a signature over the one is a signature over the other. ' +
    'Whoever can have entries put on a CRL may prepare such a pair.',
  citation: 'NIST SP 800-57 part 1, 5.6.1',
  source: 'NIST SP 800-57',
  effective: '2014-01-01',
  until: null,
  remedy: 'sign with SHA-256 or a longer hash',
  applies: () => true,
  finds: ({ signature }) => {
    const hash = weakHash(signature);
    if (hash === null) return [];
    return [{ message: `the CRL is signed over ${hash}`, where: 'tbsCertList.signature', at: signature.bytes }];
  },
});

/** RSASSA-PSS without a hash in its parameters means SHA-1 (RFC 4055, 3.1). */
function weakHash({ oid, parameters }: RawAlgorithm): string | null {
  if (oid !== PSS) return WEAK.get(oid) ?? null;
  if (parameters === null) return null;
  const fields = DerReader.of(parameters).sequence();
  return fields.offset < fields.end && fields.element().tag === 0xa0 ? null : 'SHA-1';
}
