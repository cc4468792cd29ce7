import { isDeepStrictEqual } from 'node:util';
import { describeWhere, missingCommand } from '@quorate/ci';
import { describeConformance } from '@quorate/conformance';
import { expect, test } from 'vitest';
import { certificateExtensions, parseCertificate, X509Error } from '../../src/index.ts';
import { suiteCertificates } from './certificates.ts';
import { comparable, opensslPrints, ownPrint } from './openssl-text.ts';
import { listedDifferences } from './other-readings.ts';

describeConformance('certificates, printed as OpenSSL prints them', () => {
  describeWhere('OpenSSL', missingCommand('openssl'), () => {
    const read = suiteCertificates().filter(({ der }) => {
      try {
        certificateExtensions(parseCertificate(der));
        return true;
      } catch (error) {
        if (error instanceof X509Error) return false;
        throw error;
      }
    });

    test('version, signature, extensions in their order, what is critical, and the values are the same', () => {
      const prints = opensslPrints(read.map(({ der }) => der));
      expect([read.length, prints.length]).toEqual([1562, 1562]);
      const different: string[] = [];
      const compared: Record<string, number> = {};
      for (const [i, { id, der }] of read.entries()) {
        const [ours, theirs] = [ownPrint(der), prints[i] ?? {}];
        for (const field of Object.keys(ours)) {
          if (field === 'signature' && theirs['signature']?.length === 0) continue;
          compared[field] = (compared[field] ?? 0) + 1;
          if (!isDeepStrictEqual(comparable(ours, field), comparable(theirs, field))) different.push(`${field} ${id}`);
        }
      }
      expect(different.sort()).toEqual(listedDifferences('OpenSSL'));
      // The signatures that are left are of DSA, which are printed as two numbers.
      expect(compared).toEqual({
        version: 1562,
        signature: 1554,
        extensions: 1562,
        'X509v3 Basic Constraints': 783,
        'X509v3 CRL Distribution Points': 441,
        'X509v3 Certificate Policies': 881,
        'X509v3 Inhibit Any Policy': 1,
        'X509v3 Key Usage': 1214,
        'X509v3 Name Constraints': 56,
        'X509v3 Policy Constraints': 23,
        'X509v3 Policy Mappings': 11,
        'X509v3 Subject Key Identifier': 1121,
      });
    });
  });
});
