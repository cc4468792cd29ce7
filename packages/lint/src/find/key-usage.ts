import { type KeyUsage, keyUsageNames } from '@quorate/x509';
import { extensionOf } from '../object/extension-value.ts';
import type { LintObject } from '../object/lint-object.ts';
import { usagesOf } from '../object/raw-key-usage.ts';
import type { RuleFinding } from '../rule.ts';

/** Algorithms of public keys by their identifiers (RFC 3279, 4055, 5480, 8410). */
export const keyAlgorithm = {
  rsa: '1.2.840.113549.1.1.1',
  ec: '1.2.840.10045.2.1',
  ecdh: '1.3.132.1.12',
  ecmqv: '1.3.132.1.13',
  x25519: '1.3.101.110',
  x448: '1.3.101.111',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
} as const;

/** One finding when keyUsage has some of these usages, which `why` says it should not have. */
export function findForbiddenUsages(
  object: LintObject,
  forbidden: readonly KeyUsage[],
  why: string,
): readonly RuleFinding[] {
  const found = usagesOf(object).filter((usage) => forbidden.includes(usage));
  const at = extensionOf(object, 'keyUsage')?.bytes;
  if (found.length === 0 || at === undefined) return [];
  const message = `keyUsage has ${found.join(', ')}, ${why}`;
  return [{ message, where: 'extensions.keyUsage', at, actual: found.join(', ') }];
}

const SIGNATURES: readonly KeyUsage[] = ['digitalSignature', 'nonRepudiation', 'keyCertSign', 'cRLSign'];
const NO_SIGNATURES: readonly KeyUsage[] = keyUsageNames.filter((usage) => !SIGNATURES.includes(usage));

/**
 * What is wrong with the keyUsage of a key that only signs: one finding for usages that are no signatures, which `why` says
 * it should not have; one when it has no other.
 */
export function findOtherThanSignatures(object: LintObject, why: string): readonly RuleFinding[] {
  const findings = findForbiddenUsages(object, NO_SIGNATURES, why);
  const at = extensionOf(object, 'keyUsage')?.bytes;
  if (at === undefined || usagesOf(object).some((usage) => SIGNATURES.includes(usage))) return findings;
  return [...findings, { message: `keyUsage lacks ${SIGNATURES.join(', ')}`, where: 'extensions.keyUsage', at }];
}
