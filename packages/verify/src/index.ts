/** Judge certification paths (RFC 5280, 6; RFC 6960): who a certificate can be traced to, and whether it was revoked. */
export { DEFAULT_LIMITS, type Limits } from './budget.ts';
export type { LabelledDer } from './labelled-der.ts';
export type { BrokenPathReport, PathReport, PathStep } from './path/path-report.ts';
export type { CertificateInput, PathRequest, RevocationMode, TrustAnchor } from './path/request.ts';
export type { AnchorChecks } from './path/trust-anchor.ts';
export { verifyPath } from './path/verify-path.ts';
export { PeerNameError, type PeerNameErrorCode } from './peer/error.ts';
export { matchesPeerName, type PeerMatch } from './peer/match-peer-name.ts';
export { type PeerName, parsePeerName } from './peer/peer-name.ts';
