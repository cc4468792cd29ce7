import { oidText, Tag } from '@quorate/der';
import { keyOid } from '../../find/keys.ts';
import { isForServers } from '../../find/server-certificates.ts';
import { readerOf } from '../../object/fields.ts';
import { defineRule, type Rule } from '../../rule.ts';

const CURVES: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);

export const cabfEcCurve: Rule = defineRule({
  id: 'cabf-ec-curve',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'an elliptic curve is P-256, P-384 or P-521',
  description:
    'Keys of publicly trusted CAs and servers are on one of three curves of NIST, which all browsers have. Others, and ' +
    'curves written out by their parameters, are not allowed.',
  citation: 'CABF BR, 6.1.5',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'make a key on P-256, P-384 or P-521',
  applies: (certificate) => isForServers(certificate) && certificate.publicKey.algorithm.oid === keyOid.ec,
  finds: ({ publicKey }) => {
    const { parameters, bytes } = publicKey.algorithm;
    const named = parameters !== null && parameters[0] === Tag.OBJECT_IDENTIFIER;
    const curve = named ? oidText(readerOf(parameters).element()) : null;
    if (curve !== null && CURVES.has(curve)) return [];
    const facts = { expected: 'P-256, P-384 or P-521', actual: curve ?? 'no name of a curve' };
    return [{ message: 'the curve is not one of the three', where: 'publicKey.algorithm', at: bytes, ...facts }];
  },
});
