import { hashOf } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

const BROKEN: ReadonlySet<string> = new Set(['MD2', 'MD4', 'MD5']);

export const signatureHashNotMd5: Rule = defineRule({
  id: 'signature-hash-not-md5',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the signature does not rest on MD2, MD4 or MD5',
  description:
    'Two texts with one MD5 hash are made in seconds, and a forged CA certificate was made so in 2008. A ' +
    'signature over such a hash says nothing about which certificate its CA has seen.',
  citation: 'RFC 6151, 2; RFC 6149, 6; RFC 6150, 6',
  source: 'RFC 6151',
  effective: '2011-03-01',
  until: null,
  remedy: 'sign with SHA-256 or a longer hash',
  applies: ({ signature }) => hashOf(signature) !== null,
  finds: ({ signature }) => {
    const hash = hashOf(signature);
    if (hash === null || !BROKEN.has(hash)) return [];
    return [{ message: `the signature is over a hash by ${hash}`, where: 'signature', at: signature.bytes }];
  },
});
