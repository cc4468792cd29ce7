import { keyOid } from '../../find/keys.ts';
import { findParameters, placedAlgorithms } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const eddsaSignatureParametersAbsent: Rule = defineRule({
  id: 'eddsa-signature-parameters-absent',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the identifier of an EdDSA signature has no parameters',
  description:
    'id-Ed25519 and id-Ed448 say everything: parameters, also NULL, must not follow. Readers refuse a ' +
    'certificate that has them.',
  citation: 'RFC 8410, 3',
  source: 'RFC 8410',
  effective: '2018-08-01',
  until: null,
  remedy: 'leave the parameters out',
  applies: (object) => placedAlgorithms(object).some(({ algorithm }) => isEdwards(algorithm.oid)),
  finds: (object) => findParameters(object, isEdwards),
});

function isEdwards(oid: string): boolean {
  return oid === keyOid.ed25519 || oid === keyOid.ed448;
}
