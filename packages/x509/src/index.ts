/** Strict reading of X.509 certificates (RFC 5280, 4.1). */
export { type Certificate, type Extension, parseCertificate } from './certificate.ts';
export { X509Error, type X509ErrorCode, type X509ErrorFacts } from './error.ts';
export { commonNameOf, type Name, type NameAttribute } from './name.ts';
