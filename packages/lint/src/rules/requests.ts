import type { Rule } from '../rule.ts';
import { extensionRequestOnce } from './requests/extension-request-once.ts';
import { requestAttributeOnce } from './requests/request-attribute-once.ts';
import { requestAttributeValuesNotEmpty } from './requests/request-attribute-values-not-empty.ts';
import { requestAttributesOrder } from './requests/request-attributes-order.ts';
import { requestAttributesPresent } from './requests/request-attributes-present.ts';
import { requestAuthorityKeyIdentifierAbsent } from './requests/request-authority-key-identifier-absent.ts';
import { requestChallengePasswordAbsent } from './requests/request-challenge-password-absent.ts';
import { requestKeyIdentifierOfKey } from './requests/request-key-identifier-of-key.ts';
import { requestNamesSubject } from './requests/request-names-subject.ts';
import { requestSignatureAlgorithmWeak } from './requests/request-signature-algorithm-weak.ts';
import { requestSignatureValid } from './requests/request-signature-valid.ts';
import { requestVersion0 } from './requests/request-version-0.ts';
import { selfSignedAlgorithmFitsKey } from './requests/self-signed-algorithm-fits-key.ts';

/** About certification requests and TBSCertificates as such. */
export const requestRules: readonly Rule[] = [
  extensionRequestOnce,
  requestVersion0,
  requestAttributesPresent,
  requestAttributesOrder,
  requestAttributeOnce,
  requestAttributeValuesNotEmpty,
  requestSignatureValid,
  requestSignatureAlgorithmWeak,
  requestNamesSubject,
  requestKeyIdentifierOfKey,
  requestAuthorityKeyIdentifierAbsent,
  requestChallengePasswordAbsent,
  selfSignedAlgorithmFitsKey,
];
