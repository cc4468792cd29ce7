import { readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { decodePem } from '@quorate/der';
import { certificateExtensions, parseCertificate } from '@quorate/x509';
import { expect, test } from 'vitest';
import { matchesPeerName, type PeerMatch, parsePeerName } from '../../src/index.ts';

interface Limbo {
  readonly testcases: readonly {
    readonly id: string;
    readonly peer_certificate: string;
    readonly expected_result: 'SUCCESS' | 'FAILURE';
    readonly expected_peer_name: { readonly kind: string; readonly value: string } | null;
  }[];
}

interface Groups {
  readonly cases: Readonly<Record<string, { readonly policy: string }>>;
}

describeConformance('x509-limbo peer names', () => {
  const json = (path: string): unknown => JSON.parse(readFileSync(suiteFile(path), 'utf8'));
  const named = (json('limbo/limbo-2023-12.json') as Limbo).testcases.filter(
    (each) => each.expected_peer_name !== null,
  );
  const groups = (json('limbo/groups.json') as Groups).cases;

  const matchOf = ({ peer_certificate, expected_peer_name }: (typeof named)[number]): PeerMatch => {
    const [pem] = decodePem(peer_certificate);
    if (pem === undefined || expected_peer_name === null) throw new Error('no certificate or no name');
    const { subjectAltName } = certificateExtensions(parseCertificate(pem.bytes));
    return matchesPeerName(subjectAltName?.names ?? null, parsePeerName(expected_peer_name.value));
  };

  test('a case about the name of the server is decided by the name', () => {
    const cases = named.filter(({ id }) => groups[id]?.policy === 'tls-name');
    const answers = cases.map((each) => [each.id, matchOf(each).matched]);
    expect(answers).toEqual(cases.map(({ id, expected_result }) => [id, expected_result === 'SUCCESS']));
    expect([cases.length, answers.filter(([, matched]) => matched).length]).toEqual([10, 2]);
  });

  test('in a chain that is good the certificate has the name of the server', () => {
    // The README of the suites names this one: its certificate has no name at all of the type asked for.
    const good = named.filter((each) => each.expected_result === 'SUCCESS');
    const without = good.filter((each) => !matchOf(each).matched).map(({ id }) => id);
    expect([good.length, without]).toEqual([41, ['rfc5280::nc::permitted-dn-match']]);
  });
});
