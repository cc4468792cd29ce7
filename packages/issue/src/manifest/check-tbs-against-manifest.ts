import type { WithAlgorithms } from '@quorate/crypto';
import { hexOf, sameBytes } from '@quorate/der';
import { type Finding, type Report, reportOf } from '@quorate/report';
import { IssueError } from '../error.ts';
import { readTbs } from '../read-tbs.ts';
import { differenceFindings } from './difference-findings.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Manifest } from './manifest.ts';
import { rebuildTbs } from './rebuild-tbs.ts';

/**
 * Judges a TBSCertificate by a manifest: makes the manifest's anew and compares byte for byte. When they differ, says at
 * which byte first, and then field by field what differs, with the place in the TBS that was given.
 *
 * @param options `algorithms`: more kinds of key and signature
 * @throws IssueError the codes of `buildTbs`, when the manifest makes no TBS at all
 */
export function checkTbsAgainstManifest(
  tbs: Uint8Array,
  manifest: Manifest,
  { algorithms }: WithAlgorithms = {},
): Report {
  return reportOf(compareTbs(tbs, rebuildTbs(manifest, { algorithms }).tbs));
}

/** The findings on a TBS that should be another, byte for byte. */
export function compareTbs(tbs: Uint8Array, expected: Uint8Array): Finding[] {
  const finding = { id: 'manifest.tbs', where: 'tbs' } as const;
  const fingerprint = fingerprintOf(tbs);
  if (sameBytes(tbs, expected)) {
    const message = `the TBS is what the manifest makes, byte for byte: ${tbs.length} bytes, SHA-256 ${fingerprint.hex}`;
    return [{ ...finding, outcome: 'pass', message }];
  }
  const at = firstDifference(tbs, expected);
  const first: Finding = {
    ...finding,
    outcome: 'fail',
    message: `the TBS is not what the manifest makes: it differs from byte ${at} on`,
    expected: `${octetsAt(expected, at)}; SHA-256 ${fingerprintOf(expected).sha256}`,
    actual: `${octetsAt(tbs, at)}; SHA-256 ${fingerprint.sha256}`,
    bytes: { start: at, end: Math.min(at + 1, tbs.length) },
    action: 'do not approve or sign it; ask whoever gave it how it was made',
  };
  return [first, ...fieldFindings(tbs, expected)];
}

function fieldFindings(tbs: Uint8Array, expected: Uint8Array): Finding[] {
  const meant = readTbs(expected);
  try {
    return differenceFindings(readTbs(tbs), meant);
  } catch (cause) {
    if (!(cause instanceof IssueError)) throw cause;
    const message = `what was given cannot be read as a TBSCertificate: ${cause.actual ?? cause.code}`;
    return [{ id: 'manifest.tbs-readable', outcome: 'fail', where: 'tbs', message, reference: 'RFC 5280 4.1' }];
  }
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function octetsAt(bytes: Uint8Array, at: number): string {
  return at < bytes.length ? `octets ${hexOf(bytes.subarray(at, at + 8))}` : `the end, after ${bytes.length} bytes`;
}
