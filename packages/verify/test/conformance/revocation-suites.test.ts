import { type CaseOutcome, type Divergence, describeConformance, recordSuite, timed } from '@quorate/conformance';
import { type PathReport, type PathRequest, verifyPath } from '@quorate/verify';
import { expect, test } from 'vitest';
import divergences from './divergences.json' with { type: 'json' };
import { pemDer, secondsOf, suiteJson } from './read.ts';

const LISTED: Readonly<Record<string, readonly Divergence[]>> = divergences;

interface CrlCase {
  readonly id: string;
  readonly crl: string;
  readonly cert: string;
  readonly issuers: readonly string[];
  readonly time: string;
  readonly maxAgeSeconds: number;
  readonly expected: string;
}

interface OcspCase {
  readonly id: string;
  readonly response: string;
  readonly cert: string;
  readonly issuer: string;
  readonly time: string;
  readonly maxAgeSeconds: number;
  readonly expectedStatus: string;
}

const casesOf = <Case>(name: string): readonly Case[] =>
  suiteJson<{ readonly cases: readonly Case[] }>(`${name}/cases.json`).cases;
const base64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

/** The path is asked for with hard-fail revocation: its verdict is the status of the certificate, or something else broke. */
function statusOf({ verdict, findings }: PathReport): string {
  if (verdict === 'pass') return 'good';
  const failed = findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
  if (failed.includes('path.malformed')) return 'certificate refused';
  if (failed.includes('revocation.revoked')) return 'revoked';
  return failed.includes('revocation.not-checked') ? 'unknown' : `${verdict}: ${failed.join(', ')}`;
}

/** The issuer is trusted; a second certificate is the same CA's, for another key. */
function crlRequest({ cert, crl, issuers, time, maxAgeSeconds }: CrlCase): PathRequest {
  const ders = issuers.map(pemDer);
  return {
    target: pemDer(cert),
    anchors: ders.slice(0, 1),
    intermediates: ders.slice(1),
    crls: [base64(crl)],
    revocation: 'hard',
    revocationMaxAge: maxAgeSeconds,
    time: secondsOf(time),
  };
}

function ocspRequest({ cert, response, issuer, time, maxAgeSeconds }: OcspCase): PathRequest {
  return {
    target: pemDer(cert),
    anchors: [pemDer(issuer)],
    ocspResponses: [base64(response)],
    revocation: 'hard',
    revocationMaxAge: maxAgeSeconds,
    time: secondsOf(time),
  };
}

describeConformance('BoringSSL revocation, by way of a path', () => {
  test('37 CRLs, each read as BoringSSL reads it or with a reason', () => {
    const cases = casesOf<CrlCase>('boringssl-crl').map((item) => ({ item, request: crlRequest(item) }));
    const { value: outcomes, milliseconds } = timed(() =>
      cases.map(({ item, request }): CaseOutcome => {
        return { id: item.id, suite: item.expected, ours: statusOf(verifyPath(request)) };
      }),
    );
    const listed = LISTED['boringssl-crl'] ?? [];
    const judged = recordSuite({ suite: 'boringssl-crl', outcomes, divergences: listed, milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed, judged.divergent]).toEqual([37, 33, 4]);
  });

  test('22 OCSP responses, each read as BoringSSL reads it or with a reason', () => {
    const cases = casesOf<OcspCase>('boringssl-ocsp').map((item) => ({ item, request: ocspRequest(item) }));
    const { value: outcomes, milliseconds } = timed(() =>
      cases.map(({ item, request }): CaseOutcome => {
        return { id: item.id, suite: item.expectedStatus, ours: statusOf(verifyPath(request)) };
      }),
    );
    const listed = LISTED['boringssl-ocsp'] ?? [];
    const judged = recordSuite({ suite: 'boringssl-ocsp', outcomes, divergences: listed, milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed, judged.divergent]).toEqual([22, 21, 1]);
  });

  test('a CRL that is too old for what was asked is of no use, and a good one is', () => {
    const good = casesOf<CrlCase>('boringssl-crl').find(({ id }) => id === 'good') as CrlCase;
    const request = crlRequest(good);
    expect(statusOf(verifyPath({ ...request, revocationMaxAge: 0 }))).toBe('unknown');
    expect(statusOf(verifyPath({ ...request, crls: [] }))).toBe('unknown');
    expect(() => verifyPath({ ...request, revocationMaxAge: -1 })).toThrow(TypeError);
  });
});
