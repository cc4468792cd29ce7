import { hashOf } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

const WEAK: ReadonlySet<string> = new Set(['MD2', 'MD4', 'MD5', 'SHA-1']);

export const crlSignatureHash: Rule = defineRule({
  id: 'crl-signature-hash',
  kinds: ['crl'],
  severity: 'warning',
  title: 'a CRL is not signed over MD2, MD4, MD5 or SHA-1',
  description:
    'Two texts with one hash can be made for these four, and a signature over the one is a signature over the other. ' +
    'Whoever can have entries put on a CRL may prepare such a pair.',
  citation: 'NIST SP 800-57 part 1, 5.6.1',
  source: 'NIST SP 800-57',
  effective: '2014-01-01',
  until: null,
  remedy: 'sign with SHA-256 or a longer hash',
  applies: ({ signature }) => hashOf(signature) !== null,
  finds: ({ signature }) => {
    const hash = hashOf(signature) ?? '';
    if (!WEAK.has(hash)) return [];
    return [{ message: `the CRL is signed over ${hash}`, where: 'tbsCertList.signature', at: signature.bytes }];
  },
});
