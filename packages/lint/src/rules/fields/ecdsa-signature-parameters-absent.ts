import { algorithmByOid, findParameters, placedAlgorithms } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const ecdsaSignatureParametersAbsent: Rule = defineRule({
  id: 'ecdsa-signature-parameters-absent',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the identifier of an ECDSA or DSA signature has no parameters',
  description:
    'Both identifiers stand alone: not even NULL follows. HSMs and libraries that treat every algorithm like ' +
    'RSA write a NULL, which strict readers refuse.',
  citation: 'RFC 3279, 2.2.2 and 2.2.3; RFC 5758, 3',
  source: 'RFC 3279',
  effective: '2002-04-01',
  until: null,
  remedy: 'leave the parameters out',
  applies: (object) => placedAlgorithms(object).some(({ algorithm }) => isEcdsaOrDsa(algorithm.oid)),
  finds: (object) => findParameters(object, isEcdsaOrDsa),
});

function isEcdsaOrDsa(oid: string): boolean {
  const scheme = algorithmByOid(oid)?.scheme.name;
  return scheme === 'ECDSA' || scheme === 'DSA';
}
