import { signatureAlgorithmOfDer } from '@quorate/crypto';
import { placedAlgorithms, RSASSA_PSS } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** Octets of a hash. */
const HASH_OCTETS: Readonly<Record<string, number>> = {
  'SHA-1': 20,
  'SHA-224': 28,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
  'SHA-512/224': 28,
  'SHA-512/256': 32,
  'SHA3-224': 28,
  'SHA3-256': 32,
  'SHA3-384': 48,
  'SHA3-512': 64,
};

export const pssParametersRecommended: Rule = defineRule({
  id: 'pss-parameters-recommended',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'RSASSA-PSS uses one hash, and a salt of its length',
  description:
    'The mask generation function should use the hash of the message, and the salt should be as long as the ' +
    'hash. Other choices are no stronger, and HSMs, smart cards and TLS refuse them.',
  citation: 'RFC 4055, 3.1',
  source: 'RFC 4055',
  effective: '2005-06-01',
  until: null,
  remedy: 'sign with the same hash in both places and a salt as long as its output',
  applies: (object) => placedAlgorithms(object).some(({ algorithm }) => algorithm.oid === RSASSA_PSS),
  finds: (object) =>
    placedAlgorithms(object).flatMap(({ where, algorithm }) => {
      const pss = algorithm.oid === RSASSA_PSS ? signatureAlgorithmOfDer(algorithm.bytes).pss : null;
      if (pss === null) return [];
      const { digest, mgfDigest, saltLength } = pss;
      const length = HASH_OCTETS[digest];
      if (mgfDigest === digest && (length === undefined || saltLength === length)) return [];
      const expected = `MGF1 with ${digest}, salt ${length ?? saltLength}`;
      const actual = `MGF1 with ${mgfDigest}, salt ${saltLength}`;
      return [{ message: 'RSASSA-PSS has unusual parameters', where, at: algorithm.bytes, expected, actual }];
    }),
});
