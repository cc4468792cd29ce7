import { isDeepStrictEqual } from 'node:util';
import { describeWhere, missingCommand } from '@quorate/ci';
import { describeConformance } from '@quorate/conformance';
import { expect, test } from 'vitest';
import { parseCertificateList } from '../../src/index.ts';
import { opensslText, outcome, pkijsReading, printed, type Reading, reading } from './readings.ts';
import refused from './refused.json' with { type: 'json' };
import { suiteCrls } from './suite-crls.ts';
import { encodedList } from './support.ts';

const explained: Readonly<Record<string, readonly string[]>> = refused;

describeConformance('CRLs with all extensions, read as pkijs and OpenSSL read them', () => {
  const all = suiteCrls();
  const read = all.filter(({ der }) => outcome(der) === 'read');

  test('exactly those CRLs are refused that are listed, for the reason that is listed', () => {
    const found = all.filter(({ der }) => outcome(der) !== 'read').map(({ id, der }) => [id, outcome(der)]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(explained).map(([id, [message]]) => [id, message])),
    );
    expect([all.length, read.length]).toEqual([205, 195]);
  });

  test('what is read gives the same bytes when it is written again', () => {
    for (const { id, der } of read) {
      const again = encodedList(parseCertificateList(der));
      expect(Buffer.from(again).equals(der), id).toBe(true);
    }
  });

  /** pkijs reads the year 1, as Go's zero time is written, as 1901. */
  const yearsByPkijs = [
    'zlint crlReasonCodeCrit.pem revoked',
    'zlint crlThisUpdate20230505.pem revoked',
    'zlint crlWithDuplicatesInRevokedCertificateList.pem thisUpdate',
    'zlint crlWithDuplicatesInRevokedCertificateList.pem revoked',
    'zlint crlWithNoDuplicatesInRevokedCertificateList.pem thisUpdate',
    'zlint crlWithNoDuplicatesInRevokedCertificateList.pem revoked',
    'zlint crlWithReasonCode0.pem revoked',
    'zlint crlWithReasonCode2.pem revoked',
    'zlint crlWithReasonCode5.pem revoked',
    'zlint crlWithReasonCode7.pem revoked',
    'zlint crl_revocation_date_too_early.pem revoked',
  ];

  test('pkijs finds the same fields, extensions and entries', () => {
    const different: string[] = [];
    const present: Partial<Record<keyof Reading, number>> = {};
    for (const { id, der } of read) {
      const ours = reading(parseCertificateList(der));
      const theirs = pkijsReading(der);
      for (const field of Object.keys(ours) as (keyof Reading)[]) {
        if (ours[field] !== null && ours[field].toString() !== '') present[field] = (present[field] ?? 0) + 1;
        if (!isDeepStrictEqual(ours[field], theirs[field])) different.push(`${id} ${field}`);
      }
    }
    expect(different).toEqual(yearsByPkijs);
    expect(present).toEqual({
      version: 195,
      tbs: 195,
      issuer: 184,
      thisUpdate: 195,
      nextUpdate: 181,
      signature: 195,
      extensions: 172,
      crlNumber: 151,
      deltaCrlIndicator: 1,
      issuingDistributionPoint: 20,
      revoked: 51,
    });
  });

  describeWhere('OpenSSL', missingCommand('openssl'), () => {
    test('prints the same version, dates, scope, serial numbers and reasons', () => {
      const different: string[] = [];
      let lines = 0;
      for (const { id, der } of read) {
        const ours = printed(parseCertificateList(der));
        const theirs = opensslText(der);
        lines += ours.length;
        if (!isDeepStrictEqual(ours, theirs)) different.push(id);
      }
      expect(different).toEqual([]);
      expect(lines).toBe(1229);
    });
  });
});
