import { isPostQuantum } from '../../find/post-quantum.ts';
import { findParameters, placedAlgorithms } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const postQuantumParametersAbsent: Rule = defineRule({
  id: 'post-quantum-parameters-absent',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'identifiers of ML-DSA and SLH-DSA have no parameters',
  description:
    'The identifier says the parameter set, of the key as well as of the signature. Nothing follows it, not even NULL; ' +
    'readers refuse the key or the signature otherwise.',
  citation: 'RFC 9881, 2; RFC 9909, 3',
  source: 'RFC 9881',
  effective: '2025-10-01',
  until: null,
  remedy: 'leave the parameters out',
  applies: (object) =>
    isPostQuantum(object.publicKey.algorithm.oid) ||
    placedAlgorithms(object).some(({ algorithm }) => isPostQuantum(algorithm.oid)),
  finds: (object) => {
    const { oid, parameters } = object.publicKey.algorithm;
    const findings = findParameters(object, isPostQuantum);
    if (!isPostQuantum(oid) || parameters === null) return findings;
    const message = 'the key has parameters';
    return [{ message, where: 'publicKey', at: parameters, expected: 'no parameters' }, ...findings];
  },
});
