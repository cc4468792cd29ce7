import type { Finding } from '@quorate/report';
import {
  certificateExtensions,
  certificateListExtensions,
  crlEntryExtensions,
  parseCertificate,
  parseCertificateList,
  parseCertificationRequest,
  parseTbsCertificate,
  requestExtensions,
  revokedCertificates,
  X509Error,
} from '@quorate/x509';
import type { LintObject } from './object/lint-object.ts';

/**
 * The finding `lint.readable`, first in every report: whether the strict readers take the object and every extension in it
 * that they know. It is no rule, so no choice of rules leaves it out: what cannot be read must not pass. An object beyond
 * their bounds is `not-checked`.
 */
export function readableFinding(object: LintObject): Finding {
  const base = { id: 'lint.readable', where: object.kind, reference: 'RFC 5280, 4 and 5; RFC 2986, 4' };
  try {
    readStrictly(object);
    return { ...base, outcome: 'pass', message: 'the object is well formed' };
  } catch (error) {
    if (!(error instanceof X509Error)) throw error;
    const outcome = error.code === 'limit-exceeded' ? 'not-checked' : 'fail';
    const range = error.extension === undefined ? { bytes: { start: error.offset, end: error.offset + 1 } } : {};
    const action = 'make the object again with correct encoding; the other findings may say what is wrong in it';
    return { ...base, outcome, message: `the object is not well formed: ${error.message}`, action, ...range };
  }
}

function readStrictly(object: LintObject): void {
  switch (object.kind) {
    case 'certificate':
      certificateExtensions(parseCertificate(object.bytes));
      return;
    case 'tbs':
      certificateExtensions(parseTbsCertificate(object.bytes));
      return;
    case 'csr':
      requestExtensions(parseCertificationRequest(object.bytes));
      return;
    case 'crl':
      readCrlStrictly(object.bytes);
  }
}

function readCrlStrictly(der: Uint8Array): void {
  const list = parseCertificateList(der);
  certificateListExtensions(list);
  for (const entry of revokedCertificates(list)) if (entry.extensions.length > 0) crlEntryExtensions(entry);
}
