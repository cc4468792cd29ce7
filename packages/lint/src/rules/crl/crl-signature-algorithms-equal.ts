import { sameBytes } from '@quorate/der';
import { defineRule, type Rule } from '../../rule.ts';

export const crlSignatureAlgorithmsEqual: Rule = defineRule({
  id: 'crl-signature-algorithms-equal',
  kinds: ['crl'],
  severity: 'error',
  title: 'both algorithm fields of a CRL are the same',
  description:
    'The signature algorithm stands inside the bytes that are signed and once more behind them, and both must be equal. ' +
    'Only the inner one is protected by the signature.',
  citation: 'RFC 5280, 5.1.1.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'sign the CRL again with one algorithm written in both places',
  applies: () => true,
  finds: ({ signature, signatureAlgorithm }) => {
    if (sameBytes(signature.bytes, signatureAlgorithm.bytes)) return [];
    const message = 'signatureAlgorithm is not what tbsCertList.signature says';
    const { bytes, oid } = signatureAlgorithm;
    return [{ message, where: 'signatureAlgorithm', at: bytes, expected: signature.oid, actual: oid }];
  },
});
