import { type Certificate, type CertificationRequest, parseCertificate, X509Error } from '@quorate/x509';
import { string } from 'valibot';
import { bodyKind, bodyWords, demandKind, requestIdMember } from './body-kind.ts';
import { CSR_LABELS, parseCsr, readPem } from './csr-member.ts';
import { TsbError } from './error.ts';
import { readMembers, record, type UnknownMember, unknownMembers } from './shape.ts';

/** The answer to an asynchronous request: its id (SKA.md 3.4). */
export interface RequestIdAnswer {
  readonly id: string;
  /** The member it stands in, one of six, for instance `signRequestId`; certificate requests answer with that too. */
  readonly member: string;
  readonly unknown: readonly UnknownMember[];
}

/**
 * Reads the answer to an asynchronous request.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readRequestIdAnswer(value: unknown): RequestIdAnswer {
  demandKind(value, 'requestId', '');
  if (bodyKind(value) === null) {
    const expected = 'an object with the id of a request, such as `signRequestId`';
    throw new TsbError('body-unrecognised', { path: '', expected, actual: 'something else' });
  }
  const member = requestIdMember(value as object) as string;
  const shape = record({ [member]: string() });
  const members = readMembers(shape, value, '');
  return { id: members[member] as string, member, unknown: unknownMembers(shape, value, '') };
}

/** The answer of the synchronous certificate endpoints, and of `GET /v1/certificate/{keyName}` (SKA.md 3.3). */
export interface CertificateAnswer {
  readonly label: string;
  readonly certificate: Certificate;
  readonly unknown: readonly UnknownMember[];
}

const certificateShape = record({ label: string(), certificate: string() });

/**
 * Reads an answer that holds a certificate, PEM.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readCertificateAnswer(value: unknown): CertificateAnswer {
  demandKind(value, 'certificate', '');
  const { label, certificate } = readMembers(certificateShape, value, '');
  const der = readPem(certificate, CERTIFICATE_LABELS, 'certificate').bytes;
  return {
    label,
    certificate: readCertificate(der, 'certificate'),
    unknown: unknownMembers(certificateShape, value, ''),
  };
}

/** The labels of a certificate in PEM. */
export const CERTIFICATE_LABELS: readonly string[] = ['CERTIFICATE'];

/** @throws TsbError `pem-invalid` */
export function readCertificate(der: Uint8Array, path: string): Certificate {
  try {
    return parseCertificate(der);
  } catch (cause) {
    if (cause instanceof X509Error) throw new TsbError('pem-invalid', { path, cause });
    throw cause;
  }
}

/** The answer of `POST /v1/certificate/synchronous/request` (SKA.md 3.3). */
export interface CsrAnswer {
  readonly label: string;
  readonly csr: CertificationRequest;
  readonly unknown: readonly UnknownMember[];
}

const csrShape = record({ label: string(), certificateSigningRequest: string() });

/**
 * Reads an answer that holds a CSR, PEM.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readCsrAnswer(value: unknown): CsrAnswer {
  demandKind(value, 'csr', '');
  const { label, certificateSigningRequest } = readMembers(csrShape, value, '');
  const path = 'certificateSigningRequest';
  const csr = parseCsr(readPem(certificateSigningRequest, CSR_LABELS, path).bytes, path);
  return { label, csr, unknown: unknownMembers(csrShape, value, '') };
}

/** What a value is, for an error that asks for something else. */
export function whatItIs(value: unknown): string {
  const kind = bodyKind(value);
  if (kind !== null) return bodyWords(kind);
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : `a ${typeof value}`;
  const names = Object.keys(value).slice(0, 5);
  return names.length === 0
    ? 'an empty object'
    : `an object with ${names.map((name) => `\`${name.slice(0, 40)}\``).join(', ')}`;
}
