import { type KeyUsage, keyUsageNames } from '@quorate/x509';
import { findForbiddenUsages, keyAlgorithm } from '../../find/key-usage.ts';
import { extensionOf } from '../../object/extension-value.ts';
import type { LintCertificate } from '../../object/lint-certificate.ts';
import type { LintRequest } from '../../object/lint-request.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

const SIGNS: ReadonlySet<string> = new Set([keyAlgorithm.ed25519, keyAlgorithm.ed448]);
const AGREES: ReadonlySet<string> = new Set([keyAlgorithm.x25519, keyAlgorithm.x448]);
const SIGNATURES: readonly KeyUsage[] = ['digitalSignature', 'nonRepudiation', 'cRLSign'];
const CERTIFICATES: readonly KeyUsage[] = ['keyCertSign'];
const AGREEMENT: readonly KeyUsage[] = ['keyAgreement'];
const DIRECTIONS: readonly KeyUsage[] = ['encipherOnly', 'decipherOnly'];

export const edwardsKeyUsage: Rule = defineRule({
  id: 'edwards-key-usage',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'keyUsage fits a key of Curve25519 or Curve448',
  description:
    'Ed25519 and Ed448 only sign, X25519 and X448 only agree on keys. keyUsage has a bit of what the key can do ' +
    '(of a CA keyCertSign, of a key agreement keyAgreement) and none of what it cannot.',
  citation: 'RFC 9295, 3',
  source: 'RFC 9295',
  effective: '2022-09-01',
  until: null,
  remedy: 'write the usages that the algorithm has',
  applies: (object) =>
    (SIGNS.has(oidOf(object)) || AGREES.has(oidOf(object))) && extensionOf(object, 'keyUsage') !== null,
  finds: (object) => {
    const needed = AGREES.has(oidOf(object)) ? AGREEMENT : isCa(object) ? CERTIFICATES : SIGNATURES;
    const extra = AGREES.has(oidOf(object)) ? DIRECTIONS : isCa(object) ? SIGNATURES : [];
    const forbidden = keyUsageNames.filter((usage) => !needed.includes(usage) && !extra.includes(usage));
    const findings = findForbiddenUsages(object, forbidden, 'which the algorithm of the key does not have');
    if (needed.some((usage) => usagesOf(object).includes(usage))) return findings;
    const at = extensionOf(object, 'keyUsage')?.bytes;
    const message = `keyUsage lacks ${needed.join(' or ')}`;
    return [...findings, { message, where: 'extensions.keyUsage', ...(at === undefined ? {} : { at }) }];
  },
});

function oidOf({ publicKey }: LintCertificate | LintRequest): string {
  return publicKey.algorithm.oid;
}
