import { parseJson } from '@quorate/syntax';
import { readSignCertificateRequest, toCertificateRequest } from '@quorate/tsb';
import { issuedCertificate, issuedCsr, issuedSignRequest } from '@quorate/vectors';
import { checkCertificateAgainstRequest } from '@quorate/verify/request';
import { nameText, parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { type Act, check, text } from './act.ts';

/** Act 3: the certificate that a real CA returned, against the request for it. */
export function returnedCertificateAct(): Act {
  const certificate = parseCertificate(issuedCertificate);
  const csr = parseCertificationRequest(issuedCsr);
  const request = toCertificateRequest(readSignCertificateRequest(parseJson(issuedSignRequest)), { csr });
  return {
    title: 'The certificate that a real CA returned, January 2024',
    parts: [
      text(`${nameText(certificate.subject)}, issued by ${nameText(certificate.issuer)}. Is it what was asked for?`),
      check('the certificate, against its request', checkCertificateAgainstRequest(certificate, request), 'fail'),
    ],
  };
}
