import { type ApprovalRequest, verifyApproval, verifyTasksRequest } from '@quorate/approval';
import { verifyAttestation } from '@quorate/attestation';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { assemble } from '@quorate/issue';
import { type Report, reportOf } from '@quorate/report';
import { parseJson } from '@quorate/syntax';
import { readSignCertificateRequest, toCertificateRequest } from '@quorate/tsb';
import { issuedCertificate, issuedSignRequest, traceAttestationKey, traceTimestampKey } from '@quorate/vectors';
import { checkCertificateAgainstRequest } from '@quorate/verify/request';
import { parseCertificate } from '@quorate/x509';
import { reading, Unusable } from '../unusable.ts';
import { type Act, check, type Part, text } from './act.ts';
import type { Ceremony } from './ceremony.ts';
import { exchanges } from './trace.ts';

/** Act 6: one flipped bit in one byte of each artefact, real or made in the ceremony, and what is said of it. */
export function flippedBytesAct(made: Ceremony): Act {
  const [modify, sign] = exchanges();
  const verify = (approval: ApprovalRequest): Report => verifyApproval(approval, { timestampKey: traceTimestampKey });
  const flips: readonly (readonly [subject: string, judge: () => Report])[] = [
    ['the quorum in the new policy', () => verify(withToken(modify.approval, 0x9c))],
    ['the name of the key', () => verify(withToken(sign.approval, 0x18))],
    ['the payload', () => verify(withToken(sign.approval, 0xe8))],
    ["the HSM's time", () => verify(withToken(sign.approval, 0x60))],
    ["the HSM's signature", () => verify(withToken(sign.approval, 0xb8))],
    ['a byte of padding', () => verify(withToken(sign.approval, 0x46))],
    ["the approver's signature", () => verify({ ...sign.approval, signature: flip(sign.approval.signature, 20) })],
    [
      'the timestamp proof',
      () => verifyTasksRequest({ ...sign.tasksRequest, signature: flip(sign.tasksRequest.signature, 20) }),
    ],
    [
      'the attested quorum',
      () => attestationWith(modify.attestation, indexOf(modify.attestation.bytes, '<quorum>') + 8),
    ],
    [
      'the last line feed of the attestation',
      () => attestationWith(sign.attestation, sign.attestation.bytes.length - 1),
    ],
    ['the certificate that a real CA returned', () => judgeCertificate(flip(issuedCertificate, 0x24))],
    ['the TBS of the ceremony', () => assembled({ ...made, tbs: flip(made.tbs, made.tbs.length - 1) })],
    ["the CA's signature", () => assembled({ ...made, signature: flip(made.signature, made.signature.length - 1) })],
  ];
  return {
    title: 'One flipped bit in each artefact',
    parts: [text('Each of these must be refused:'), ...flips.map(([subject, judge]) => refused(subject, judge))],
  };
}

function judgeCertificate(der: Uint8Array): Report {
  const request = toCertificateRequest(readSignCertificateRequest(parseJson(issuedSignRequest)));
  return checkCertificateAgainstRequest(parseCertificate(der), request);
}

/** Assembling returns a certificate or throws: it has no report. */
function assembled({ tbs, signature, caKey }: Ceremony): Report {
  const algorithm = signatureAlgorithmByName('SHA256_WITH_ECDSA');
  assemble({ tbs, algorithm, signature, issuerKey: caKey });
  return reportOf([{ id: 'demo.assembled', outcome: 'pass', where: 'tbs', message: 'a certificate was made' }]);
}

function withToken(approval: ApprovalRequest, at: number): ApprovalRequest {
  return { ...approval, token: flip(approval.token, at) };
}

function attestationWith({ bytes, signature }: { bytes: Uint8Array; signature: Uint8Array }, at: number): Report {
  return verifyAttestation({ bytes: flip(bytes, at), signature, key: traceAttestationKey }).report;
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function indexOf(bytes: Uint8Array, text: string): number {
  return new TextDecoder('latin1').decode(bytes).indexOf(text);
}

/** A refusal is a failed report, or input that cannot be read at all: both are said, neither is hidden. */
function refused(subject: string, judge: () => Report): Part {
  try {
    const { findings } = reading('flipped', judge);
    return check(subject, reportOf(findings.filter(({ outcome }) => outcome === 'fail')), 'fail');
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const message = error.message.replace(/^flipped: /, '');
    return check(subject, reportOf([{ id: 'demo.malformed', outcome: 'fail', where: subject, message }]), 'fail');
  }
}
