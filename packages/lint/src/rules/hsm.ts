import type { Rule } from '../rule.ts';
import { caAnyExtendedKeyUsage } from './hsm/ca-any-extended-key-usage.ts';
import { caCrlSignMissing } from './hsm/ca-crl-sign-missing.ts';
import { caPathLenMissing } from './hsm/ca-path-len-missing.ts';
import { caWithoutKeyCertSign } from './hsm/ca-without-key-cert-sign.ts';
import { commonNameEmailWithoutAltName } from './hsm/common-name-email-without-alt-name.ts';
import { crlEntrySerialNumberZero } from './hsm/crl-entry-serial-number-zero.ts';
import { extendedKeyUsageMissing } from './hsm/extended-key-usage-missing.ts';
import { issuerCommonNameOnly } from './hsm/issuer-common-name-only.ts';
import { keyUsageMissing } from './hsm/key-usage-missing.ts';
import { notBeforeMidnight } from './hsm/not-before-midnight.ts';
import { requestAnyExtendedKeyUsage } from './hsm/request-any-extended-key-usage.ts';
import { requestExtendedKeyUsageCritical } from './hsm/request-extended-key-usage-critical.ts';
import { selfIssuedByAnotherKey } from './hsm/self-issued-by-another-key.ts';
import { serialNumberHashOfSubject } from './hsm/serial-number-hash-of-subject.ts';
import { serialNumberShort } from './hsm/serial-number-short.ts';
import { serialNumberTime } from './hsm/serial-number-time.ts';
import { signatureHashSha224 } from './hsm/signature-hash-sha224.ts';
import { validity90DaysDefault } from './hsm/validity-90-days-default.ts';
import { validity3650DaysDefault } from './hsm/validity-3650-days-default.ts';

/** About what certificates made by HSMs get wrong (SKA.md 8). */
export const hsmRules: readonly Rule[] = [
  serialNumberHashOfSubject,
  serialNumberTime,
  serialNumberShort,
  notBeforeMidnight,
  validity90DaysDefault,
  validity3650DaysDefault,
  signatureHashSha224,
  issuerCommonNameOnly,
  commonNameEmailWithoutAltName,
  selfIssuedByAnotherKey,
  caAnyExtendedKeyUsage,
  caPathLenMissing,
  caWithoutKeyCertSign,
  caCrlSignMissing,
  keyUsageMissing,
  extendedKeyUsageMissing,
  requestAnyExtendedKeyUsage,
  requestExtendedKeyUsageCritical,
  crlEntrySerialNumberZero,
];
