import type { KeyUsage } from '@quorate/x509';
import { boolean, nullish, string } from 'valibot';
import { type CsrMember, readCsrMember } from './csr-member.ts';
import {
  type MetaData,
  type MetaDataJson,
  names,
  password,
  readMetaData,
  readPassword,
  text,
  validity,
} from './members.ts';
import { record } from './shape.ts';
import { type AttributesJson, certificateAttributes, readSubject, type SubjectMembers } from './subject.ts';
import { readKeyUsages, readPurposes } from './usage-names.ts';
import { type OpenedRequest, openRequest, placeIn, type RequestEnvelope } from './wrapped.ts';

/** What the three bodies about certificates have in common (SKA.md 3.3). */
export interface CertificateBody extends RequestEnvelope, MetaData {
  /** The label of the key that signs. */
  readonly signKeyName: string;
  /** A secret. */
  readonly keyPassword: string | null;
  /** Its name in the interface, for instance `SHA256_WITH_RSA`. */
  readonly signatureAlgorithm: string;
  readonly subject: SubjectMembers;
  /** In days. */
  readonly validity: number | null;
  /** In RFC 5280's names; `null` when the body has no such member. */
  readonly keyUsage: readonly KeyUsage[] | null;
  /** Object identifiers; `null` when the body has no such member. */
  readonly extendedKeyUsage: readonly string[] | null;
}

/** `POST /v1/certificate/selfsign` and its synchronous twin: the key signs a certificate of itself. */
export interface SelfSignCertificateBody extends CertificateBody {
  readonly type: 'selfSignCertificateRequest';
  readonly validity: number;
  readonly certificateAuthority: boolean;
}

/** `POST /v1/certificate/request` and its synchronous twins: the key signs a CSR for itself. */
export interface CsrSignBody extends CertificateBody {
  readonly type: 'csrSignRequest';
}

/** `POST /v1/certificate/sign` and its synchronous twin: the key signs a certificate of the key in a CSR. */
export interface SignCertificateBody extends CertificateBody {
  readonly type: 'signCertificateRequest';
  readonly certificateAuthority: boolean;
  readonly certificateSigningRequest: CsrMember;
}

const shared = {
  signKeyName: string(),
  keyPassword: password,
  signatureAlgorithm: string(),
  keyUsage: names,
  extendedKeyUsage: names,
  metaData: text,
  metaDataSignature: text,
} as const;
const subject = { commonName: text, standardCertificateAttributes: nullish(certificateAttributes) } as const;

const selfSign = record({ ...shared, ...subject, validity, certificateAuthority: boolean() });
const csrSign = record({
  ...shared,
  validity: nullish(validity),
  standardCertificateAttributes: certificateAttributes,
});
const sign = record({
  ...shared,
  ...subject,
  validity: nullish(validity),
  certificateAuthority: boolean(),
  certificateSigningRequest: string(),
});

/**
 * Reads a `selfSignCertificateRequest`, in its wrapper or without, in either dialect of the subject.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readSelfSignRequest(value: unknown): SelfSignCertificateBody {
  const opened = openRequest('selfSignCertificateRequest', selfSign, value);
  const { members } = opened;
  return {
    type: 'selfSignCertificateRequest',
    ...readShared(opened),
    validity: members.validity,
    certificateAuthority: members.certificateAuthority,
  };
}

/**
 * Reads a `csrSignRequest`, in its wrapper or without.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readCsrSignRequest(value: unknown): CsrSignBody {
  return { type: 'csrSignRequest', ...readShared(openRequest('csrSignRequest', csrSign, value)) };
}

/**
 * Reads a `signCertificateRequest`, in its wrapper or without, in either dialect of the subject. The CSR inside it is
 * read when it is PEM; a text that is none is kept as a remark, since published samples have one there.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readSignCertificateRequest(value: unknown): SignCertificateBody {
  const opened = openRequest('signCertificateRequest', sign, value);
  const { certificateAuthority, certificateSigningRequest } = opened.members;
  return {
    type: 'signCertificateRequest',
    ...readShared(opened),
    certificateAuthority,
    certificateSigningRequest: readCsrMember(certificateSigningRequest, placeIn(opened, 'certificateSigningRequest')),
  };
}

interface SharedMembers extends MetaDataJson {
  readonly signKeyName: string;
  readonly keyPassword?: string | string[] | null | undefined;
  readonly signatureAlgorithm: string;
  readonly keyUsage?: string[] | null | undefined;
  readonly extendedKeyUsage?: string[] | null | undefined;
  readonly validity?: number | null | undefined;
  readonly commonName?: string | null | undefined;
  readonly standardCertificateAttributes?: AttributesJson | null | undefined;
}

function readShared(opened: OpenedRequest<SharedMembers>): CertificateBody {
  const { members, path, form, requestSignature, unknown } = opened;
  return {
    form,
    signKeyName: members.signKeyName,
    keyPassword: readPassword(members.keyPassword),
    signatureAlgorithm: members.signatureAlgorithm,
    subject: readSubject(members, path),
    validity: members.validity ?? null,
    keyUsage: readKeyUsages(members.keyUsage, placeIn(opened, 'keyUsage')),
    extendedKeyUsage: readPurposes(members.extendedKeyUsage, placeIn(opened, 'extendedKeyUsage')),
    ...readMetaData(members, path),
    requestSignature,
    unknown,
  };
}
