import { readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { expect, test } from 'vitest';
import {
  addNameConstraints,
  type CertificateNames,
  checkNames,
  type GeneralName,
  noSubtrees,
  parseName,
} from '../../src/index.ts';
import { decoded, outcome } from '../extensions/support.ts';
import divergences from './constraints-suite.json' with { type: 'json' };

interface Check {
  readonly kind: 'dns' | 'ip' | 'directoryName' | 'cert';
  readonly value?: string;
  readonly hex?: string;
  readonly nameDer?: string;
  readonly subjectDer?: string;
  readonly sanDer?: string;
  readonly permitted?: boolean;
  readonly permittedIfCritical?: boolean;
  readonly permittedIfNonCritical?: boolean;
}

interface Case {
  readonly id: string;
  readonly constraintsDer: string;
  readonly parses: boolean;
  readonly checks: readonly Check[];
}

interface Divergence {
  readonly id: string;
  readonly suite: string;
  readonly ours: string;
  readonly reason: string;
}

const reasons: readonly Divergence[] = divergences;
const base64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const empty = parseName(base64('MAA='));

function namesOf(check: Check): CertificateNames {
  const only = (name: GeneralName): CertificateNames => ({ subject: empty, subjectAltName: [name] });
  switch (check.kind) {
    case 'dns':
      return only({ type: 'dNSName', value: check.value ?? '' });
    case 'ip':
      return only({ type: 'iPAddress', bytes: Uint8Array.from(Buffer.from(check.hex ?? '', 'hex')) });
    case 'directoryName':
      return only({ type: 'directoryName', name: parseName(base64(check.nameDer ?? '')) });
    case 'cert': {
      const alt = check.sanDer === undefined ? null : decoded('2.5.29.17', base64(check.sanDer)).subjectAltName;
      return { subject: parseName(base64(check.subjectDer ?? '')), subjectAltName: alt?.names ?? null };
    }
  }
}

describeConformance('BoringSSL name constraints', () => {
  const { cases } = JSON.parse(readFileSync(suiteFile('boringssl-name-constraints/cases.json'), 'utf8')) as {
    cases: Case[];
  };

  test('every answer is the answer of the suite or has its reason, critical or not', () => {
    const found: Omit<Divergence, 'reason'>[] = [];
    let checks = 0;
    const asked = { permitted: 0, refused: 0 };
    for (const { id, constraintsDer, parses, checks: list } of cases) {
      for (const critical of [true, false]) {
        const read = (): ReturnType<typeof decoded> => decoded('2.5.29.30', base64(constraintsDer), critical);
        expect([id, outcome(read) === 'accepted']).toEqual([id, parses]);
        if (!parses) continue;
        const { nameConstraints } = read();
        if (nameConstraints === null) throw new Error(`${id}: no constraints`);
        const state = addNameConstraints(noSubtrees, nameConstraints);
        for (const [i, check] of list.entries()) {
          const suite = check.permitted ?? (critical ? check.permittedIfCritical : check.permittedIfNonCritical);
          const violation = checkNames(state, namesOf(check), () => true);
          asked[suite === true ? 'permitted' : 'refused'] += 1;
          const [word, ours] = [suite === true ? 'permitted' : 'refused', violation?.reason ?? 'permitted'];
          if (critical && (violation === null) !== suite) {
            found.push({ id: `${id}#${i} ${check.value ?? check.kind}`, suite: word, ours });
          } else if (!critical && (violation === null) !== suite) {
            expect(found).toContainEqual({ id: `${id}#${i} ${check.value ?? check.kind}`, suite: word, ours });
          }
        }
      }
      checks += list.length;
    }
    expect(found).toEqual(reasons.map(({ id, suite, ours }) => ({ id, suite, ours })));
    for (const { reason } of reasons) expect(reason).toMatch(/RFC|suite/);
    // With the 15 extensions that must not be read, 170 checks.
    expect([cases.length, checks, asked]).toEqual([36, 155, { permitted: 136, refused: 174 }]);
  });
});
