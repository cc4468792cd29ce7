/** Certificates whose signature is made elsewhere: what is to be signed, and joining it with the signature. */
export { type AssemblyParts, assemble } from './assemble.ts';
export { type AttributeTypeName, attributeTypeNames } from './attribute-type.ts';
export { IssueError, type IssueErrorCode, type IssueErrorFacts } from './error.ts';
export { buildTbsFromCsr, type IssuanceRequest } from './from-csr.ts';
export type { AlternativeName, AttributeTypeAndValue, CertificateProfile, DistinguishedName } from './profile.ts';
export { readProfile } from './read-profile.ts';
export { readTbs, tbsExtensions } from './read-tbs.ts';
export { buildRootTbs, type RootRequest } from './root.ts';
