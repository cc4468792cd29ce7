/** Public keys, signature algorithms, digests, signature verification, and the interface of signers. */
export { type AlgorithmReadOptions, encodeSignatureAlgorithm, signatureAlgorithmOfDer } from './algorithm-der.ts';
export type { AlgorithmIdentifier } from './algorithm-identifier.ts';
export { approvalAlgorithm, signatureAlgorithmByName } from './algorithm-name.ts';
export type { AlgorithmSupport, WithAlgorithms } from './algorithm-support.ts';
export { signatureAlgorithms } from './algorithm-table.ts';
export { checkSignature, type SignatureCheck } from './check-signature.ts';
export type { CurveName } from './curve.ts';
export { type DigestName, digest, digestNames, isDigestName } from './digest.ts';
export { CryptoError, type CryptoErrorCode, type CryptoErrorFacts } from './error.ts';
export { inheritParameters } from './inherit-parameters.ts';
export { describeKey, type KeyWeakness, keyWeaknesses } from './key-description.ts';
export { canonicalSpki, keyFingerprint, keyIdentity } from './key-identity.ts';
export type { KeyReader } from './key-reader.ts';
export { parseCertificateKey } from './parse-certificate-key.ts';
export { parsePublicKey } from './parse-public-key.ts';
export type { PlatformRequest, PlatformVerifier } from './platform.ts';
export type { PssParameters } from './pss-parameters.ts';
export type {
  BlsPublicKey,
  DsaParameters,
  DsaPublicKey,
  EcPublicKey,
  EdwardsPublicKey,
  KeyType,
  ParameterSetName,
  PostQuantumPublicKey,
  PublicKey,
  RsaPublicKey,
} from './public-key.ts';
export type {
  PreparedVerification,
  SchemeName,
  SignatureAlgorithm,
  SignatureFailure,
  SignatureScheme,
  VerificationInput,
} from './scheme.ts';
export type { Signer } from './signer.ts';
export {
  type SignatureVerdict,
  type SignatureWeakness,
  type VerifyOptions,
  verifyPrepared,
  verifySignature,
} from './verify.ts';
export { verifySignatureAsync } from './web-crypto.ts';
