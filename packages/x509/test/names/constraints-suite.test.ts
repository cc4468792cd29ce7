import { readFileSync } from 'node:fs';
import { type CaseOutcome, describeConformance, recordSuite, suiteFile, timed } from '@quorate/conformance';
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

/** The answers with the extension critical and not, in one word if it is one. */
const both = (critical: string, nonCritical: string): string =>
  critical === nonCritical ? critical : `${critical} if critical, ${nonCritical} if not`;

/** One outcome for each check of a case; one for an extension that must not be read. */
function outcomesOf({ id, constraintsDer, parses, checks }: Case): CaseOutcome[] {
  const value = base64(constraintsDer);
  const readAs = (critical: boolean): string =>
    outcome(() => decoded('2.5.29.30', value, critical)) === 'accepted' ? 'read' : 'refused';
  const read = both(readAs(true), readAs(false));
  if (!parses || read !== 'read') return [{ id, suite: parses ? 'read' : 'refused', ours: read }];
  const answerTo = (check: Check, critical: boolean): string => {
    const { nameConstraints } = decoded('2.5.29.30', value, critical);
    if (nameConstraints === null) throw new Error(`${id}: no constraints`);
    const state = addNameConstraints(noSubtrees, nameConstraints);
    return checkNames(state, namesOf(check), () => true)?.reason ?? 'permitted';
  };
  return checks.map((check, i): CaseOutcome => {
    const { permitted, permittedIfCritical = permitted, permittedIfNonCritical = permitted } = check;
    const word = (answer: boolean | undefined): string => (answer === true ? 'permitted' : 'refused');
    const suite = both(word(permittedIfCritical), word(permittedIfNonCritical));
    const why = both(answerTo(check, true), answerTo(check, false));
    const ours = suite === 'refused' && why !== 'permitted' ? 'refused' : why;
    return { id: `${id}#${i} ${check.value ?? check.kind}`, suite, ours };
  });
}

describeConformance('BoringSSL name constraints', () => {
  const { cases } = JSON.parse(readFileSync(suiteFile('boringssl-name-constraints/cases.json'), 'utf8')) as {
    cases: Case[];
  };

  test('170 checks, each answered as by the suite or with a reason, critical or not', () => {
    const { value: outcomes, milliseconds } = timed(() => cases.flatMap(outcomesOf));
    const judged = recordSuite({ suite: 'boringssl-name-constraints', outcomes, divergences, milliseconds });
    expect(judged.problems).toEqual([]);
    expect([cases.length, judged.cases, judged.agreed, judged.divergent]).toEqual([36, 170, 162, 8]);
  });

  test('that the extension is critical or not makes no difference to us', () => {
    for (const { ours } of cases.flatMap(outcomesOf)) expect(ours).not.toContain(' if critical');
  });
});
