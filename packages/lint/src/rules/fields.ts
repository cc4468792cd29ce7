import type { Rule } from '../rule.ts';
import { dsaKey2048 } from './fields/dsa-key-2048.ts';
import { ecCurve224Bits } from './fields/ec-curve-224-bits.ts';
import { ecNamedCurve } from './fields/ec-named-curve.ts';
import { ecPointOnCurve } from './fields/ec-point-on-curve.ts';
import { ecPointUncompressed } from './fields/ec-point-uncompressed.ts';
import { ecdsaSignatureParametersAbsent } from './fields/ecdsa-signature-parameters-absent.ts';
import { eddsaSignatureParametersAbsent } from './fields/eddsa-signature-parameters-absent.ts';
import { edwardsKeyParametersAbsent } from './fields/edwards-key-parameters-absent.ts';
import { edwardsKeyValid } from './fields/edwards-key-valid.ts';
import { extensionsNeedVersion3 } from './fields/extensions-need-version-3.ts';
import { extensionsPresent } from './fields/extensions-present.ts';
import { postQuantumKeyLength } from './fields/post-quantum-key-length.ts';
import { postQuantumParametersAbsent } from './fields/post-quantum-parameters-absent.ts';
import { pssParametersForm } from './fields/pss-parameters-form.ts';
import { pssParametersRecommended } from './fields/pss-parameters-recommended.ts';
import { rsaExponent65537 } from './fields/rsa-exponent-65537.ts';
import { rsaExponentOdd } from './fields/rsa-exponent-odd.ts';
import { rsaKeyForm } from './fields/rsa-key-form.ts';
import { rsaKeyParametersNull } from './fields/rsa-key-parameters-null.ts';
import { rsaModulus2048 } from './fields/rsa-modulus-2048.ts';
import { rsaModulusNoSmallFactor } from './fields/rsa-modulus-no-small-factor.ts';
import { rsaModulusNotClosePrimes } from './fields/rsa-modulus-not-close-primes.ts';
import { rsaModulusWholeOctets } from './fields/rsa-modulus-whole-octets.ts';
import { rsaSignatureParametersNull } from './fields/rsa-signature-parameters-null.ts';
import { serialNumberAtMost20Octets } from './fields/serial-number-at-most-20-octets.ts';
import { serialNumberMinimal } from './fields/serial-number-minimal.ts';
import { serialNumberPositive } from './fields/serial-number-positive.ts';
import { signatureAlgorithmsEqual } from './fields/signature-algorithms-equal.ts';
import { signatureHashNotMd5 } from './fields/signature-hash-not-md5.ts';
import { signatureHashNotSha1 } from './fields/signature-hash-not-sha1.ts';
import { timeUtcBefore2050 } from './fields/time-utc-before-2050.ts';
import { timeValid } from './fields/time-valid.ts';
import { timeWithSeconds } from './fields/time-with-seconds.ts';
import { timeWithoutFraction } from './fields/time-without-fraction.ts';
import { timeZulu } from './fields/time-zulu.ts';
import { uniqueIdentifiersAbsent } from './fields/unique-identifiers-absent.ts';
import { validityPositive } from './fields/validity-positive.ts';
import { versionDefaultOmitted } from './fields/version-default-omitted.ts';
import { versionKnown } from './fields/version-known.ts';

/** About the fields of a certificate: serial number, validity, key, algorithms. */
export const fieldRules: readonly Rule[] = [
  serialNumberPositive,
  versionKnown,
  versionDefaultOmitted,
  extensionsNeedVersion3,
  extensionsPresent,
  serialNumberAtMost20Octets,
  serialNumberMinimal,
  signatureAlgorithmsEqual,
  rsaSignatureParametersNull,
  ecdsaSignatureParametersAbsent,
  eddsaSignatureParametersAbsent,
  pssParametersForm,
  pssParametersRecommended,
  signatureHashNotMd5,
  signatureHashNotSha1,
  validityPositive,
  timeValid,
  timeUtcBefore2050,
  timeZulu,
  timeWithSeconds,
  timeWithoutFraction,
  uniqueIdentifiersAbsent,
  rsaKeyParametersNull,
  rsaKeyForm,
  rsaExponentOdd,
  rsaExponent65537,
  rsaModulusWholeOctets,
  rsaModulusNoSmallFactor,
  rsaModulusNotClosePrimes,
  ecNamedCurve,
  ecPointOnCurve,
  ecPointUncompressed,
  ecCurve224Bits,
  edwardsKeyParametersAbsent,
  edwardsKeyValid,
  postQuantumParametersAbsent,
  postQuantumKeyLength,
  dsaKey2048,
  rsaModulus2048,
];
