import {
  ApprovalError,
  decodeToken,
  readApprovalRequest,
  readTasksRequest,
  verifyApproval,
  verifyTasksRequest,
} from '@quorate/approval';
import { parseAttestation, verifyAttestation } from '@quorate/attestation';
import {
  describeKey,
  keyFingerprint,
  parsePublicKey,
  type SignatureVerdict,
  signatureAlgorithmByName,
  verifySignature,
} from '@quorate/crypto';
import { DerError, walkDer } from '@quorate/der';
import { lint, readLintObject } from '@quorate/lint';
import { checkPolicy, comparePolicies, describePolicy, evaluateRule, writePolicyJson } from '@quorate/policy';
import { reportOf } from '@quorate/report';
import { encodeUtf8, parseJson, parseXml, type XmlElement } from '@quorate/syntax';
import * as vectors from '@quorate/vectors';
import { commonNameOf, parseCertificate } from '@quorate/x509';
import { answerPath, type PathAnswer, type PathInput } from './paths.ts';

/** One check: gives back what it saw, as plain JSON. */
export type SliceCheck = () => unknown;

/** Every element of a DER structure, one a line: depth, tag, length. */
function outline(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  walkDer(bytes, (element, depth) =>
    lines.push(`${depth} ${element.tag.toString(16)} ${element.end - element.content}`),
  );
  return lines;
}

/** The code and the place of what is said to a DER structure with one byte changed, for every byte. */
function flipped(bytes: Uint8Array): string[] {
  return [...bytes].map((_byte, index) => {
    const changed = bytes.slice();
    changed[index] = (changed[index] ?? 0) ^ 1;
    try {
      walkDer(changed);
      return 'accepted';
    } catch (error) {
      if (error instanceof DerError) return `${error.code} at ${error.offset}`;
      throw error;
    }
  });
}

function verifyXml(xml: string, signature: Uint8Array): SignatureVerdict {
  const algorithm = signatureAlgorithmByName('SHA256_WITH_RSA');
  const key = parsePublicKey(vectors.traceAttestationKey);
  return verifySignature({ key, algorithm, data: encodeUtf8(xml), signature });
}

/** The names of an element and all below it. */
function elementNames(element: XmlElement): unknown[] {
  return [element.name, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementNames(child)))];
}

function aboutCertificate(bytes: Uint8Array): unknown {
  const certificate = parseCertificate(bytes);
  return {
    subject: commonNameOf(certificate.subject),
    issuer: commonNameOf(certificate.issuer),
    key: describeKey(parsePublicKey(certificate.publicKey)),
    extensions: certificate.extensions.map((extension) => extension.oid),
  };
}

/**
 * The slice of the packages that must do in a browser exactly what it does in Node. To extend it, add a line: a name, and
 * a function that gives back something JSON can carry.
 */
export const checks: Readonly<Record<string, SliceCheck>> = {
  'der: outline of a key': () => outline(vectors.traceTimestampKey),
  'der: outline of a certificate': () => outline(vectors.issuedCertificate),
  'der: outline of a request': () => outline(vectors.issuedCsr),
  'der: a key with any byte changed': () => flipped(vectors.traceTimestampKey),
  'syntax: a policy as JSON': () => parseJson(vectors.seedCreateKeyRequest),
  'syntax: an attestation as XML': () => elementNames(parseXml(vectors.traceSignAttestation)),
  'crypto: keys': () =>
    [vectors.traceTimestampKey, vectors.traceAttestationKey].map((spki) => [
      describeKey(parsePublicKey(spki)),
      keyFingerprint(spki),
    ]),
  'crypto: a real signature': () => verifyXml(vectors.traceSignAttestation, vectors.traceSignAttestationSignature),
  'crypto: the signature of something else': () =>
    verifyXml(vectors.traceModifyAttestation, vectors.traceSignAttestationSignature),
  'policy: one policy in three forms': () => {
    const token = decodeToken(vectors.traceModifyToken).policy;
    const attested = parseAttestation(encodeUtf8(vectors.traceSignAttestation)).policy;
    return [writePolicyJson(token), describePolicy(token), checkPolicy(token), comparePolicies(token, attested)];
  },
  'policy: evaluated': () =>
    [0, 179, 180, 181, 601].map((elapsed) => {
      const rules = decodeToken(vectors.traceModifyToken).policy?.rules;
      return [rules?.use ?? null, rules?.block ?? null].map((rule) => {
        const approvals = (rule?.tokens ?? []).flatMap(({ groups }) =>
          (groups ?? []).flatMap(({ approvers }) => approvers.flatMap(({ identity }) => identity ?? [])),
        );
        return evaluateRule(rule, { approvals, elapsed });
      });
    }),
  'approval: the real approvals': () =>
    [vectors.traceModifyApprovalRequest, vectors.traceSignApprovalRequest].map((body) =>
      verifyApproval(readApprovalRequest(parseJson(body)), { timestampKey: vectors.traceTimestampKey }),
    ),
  'approval: the real timestamp proofs': () =>
    [vectors.traceFetchModifyTasksRequest, vectors.traceFetchSignTasksRequest].map((body) =>
      verifyTasksRequest(readTasksRequest(parseJson(body))),
    ),
  'approval: a token with any byte changed': () => {
    const body = readApprovalRequest(parseJson(vectors.traceSignApprovalRequest));
    return [...body.token].map((_byte, index) => {
      const token = body.token.slice();
      token[index] = (token[index] ?? 0) ^ 1;
      try {
        return verifyApproval({ ...body, token }).verdict;
      } catch (error) {
        if (error instanceof ApprovalError) return `${error.code} at ${error.offset}`;
        throw error;
      }
    });
  },
  'attestation: the real attestations': () =>
    [
      [vectors.traceModifyAttestation, vectors.traceModifyAttestationSignature] as const,
      [vectors.traceSignAttestation, vectors.traceSignAttestationSignature] as const,
    ].map(
      ([xml, signature]) =>
        verifyAttestation({ bytes: encodeUtf8(xml), signature, key: vectors.traceAttestationKey }).report,
    ),
  'lint: a certificate and a request': () => [
    lint(readLintObject('certificate', vectors.issuedCertificate)),
    lint(readLintObject('csr', vectors.issuedCsr)),
  ],
  'x509: a certificate': () => aboutCertificate(vectors.issuedCertificate),
  'report: a verdict': () => reportOf([{ id: 'a', outcome: 'not-checked', where: 'here', message: 'was not there' }]),
};

/** Answers questions about paths that somebody else has made, by their names. */
export function runPaths(inputs: Readonly<Record<string, PathInput>>): Record<string, PathAnswer> {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, answerPath(input)]));
}

/** Runs every check. An error that one throws is its result, so that errors are compared too. */
export async function runSlice(): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    try {
      results[name] = await check();
    } catch (error) {
      results[name] = { error: String(error) };
    }
  }
  return results;
}
