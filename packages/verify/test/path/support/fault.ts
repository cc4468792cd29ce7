import { createHash } from 'node:crypto';
import type { ExtensionParts } from '@quorate/certificates';
import { encodeBoolean, encodeOctetString, encodeOid, encodeSequence } from '@quorate/der';
import type { PathReport } from '@quorate/verify';
import { expect } from 'vitest';

export const sha256 = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

type Finding = PathReport['findings'][number];

/** What a finding of a fault must be. */
export interface Expected {
  readonly id: string;
  readonly where: string;
  readonly reference: string;
  /** The certificate that it is about. */
  readonly of: Uint8Array;
  /** The octets that it points at; `null`: it points at none. */
  readonly at: Uint8Array | null;
  readonly outcome?: Finding['outcome'];
}

/** The first finding that is no `pass`, and of it everything: id, place, certificate, octets, section, what to do. */
export function expectFault(report: PathReport, { id, where, reference, of, at, outcome }: Expected): Finding {
  const finding = report.findings.find((each) => each.outcome !== 'pass' && each.id === id);
  expect(report.findings.map((each) => each.id)).toContain(id);
  if (finding === undefined) throw new Error(`no ${id}`);
  expect(finding).toMatchObject({ outcome: outcome ?? 'fail', where, reference });
  expect(finding.object).toMatchObject({ kind: 'certificate', sha256: sha256(of) });
  expect(finding.action?.length ?? 0).toBeGreaterThan(10);
  expect(finding.message).toMatch(/^[^A-Z].*[^.]$/);
  const { bytes } = finding;
  const octets = bytes === undefined ? null : of.slice(bytes.start, bytes.end);
  expect(octets).toEqual(at);
  return finding;
}

/** The Extension that these parts are in a certificate. */
export function extensionDer({ oid, critical, value }: ExtensionParts): Uint8Array {
  return encodeSequence(encodeOid(oid), ...(critical === true ? [encodeBoolean(true)] : []), encodeOctetString(value));
}
