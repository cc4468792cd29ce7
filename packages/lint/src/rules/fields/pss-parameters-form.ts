import { CryptoError, signatureAlgorithmOfDer } from '@quorate/crypto';
import { placedAlgorithms, RSASSA_PSS } from '../../find/signature-algorithms.ts';
import type { RawAlgorithm } from '../../object/raw-algorithm.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const pssParametersForm: Rule = defineRule({
  id: 'pss-parameters-form',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the parameters of an RSASSA-PSS signature are present and in DER',
  description:
    'With id-RSASSA-PSS the parameters name the hash, the mask generation function and the length of the salt; ' +
    'in a signature they must be there. A field with its default value is left out, and so is the trailer ' +
    'field always.',
  citation: 'RFC 4055, 3.1',
  source: 'RFC 4055',
  effective: '2005-06-01',
  until: null,
  remedy: 'write RSASSA-PSS-params with the fields that differ from their defaults and no others',
  applies: (object) => placedAlgorithms(object).some(({ algorithm }) => algorithm.oid === RSASSA_PSS),
  finds: (object) =>
    placedAlgorithms(object).flatMap(({ where, algorithm }) => {
      const fault = algorithm.oid === RSASSA_PSS ? faultOf(algorithm) : null;
      return fault === null ? [] : [{ message: fault, where, at: algorithm.bytes }];
    }),
});

/** A hash that is not known is no fault of the form. */
function faultOf({ bytes, parameters }: RawAlgorithm): string | null {
  if (parameters === null) return 'RSASSA-PSS has no parameters';
  try {
    signatureAlgorithmOfDer(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof CryptoError) || error.code === 'algorithm-unsupported') throw error;
    return error.message;
  }
}
