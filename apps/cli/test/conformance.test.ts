import { readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { expect, test } from 'vitest';
import { type Files, quorate } from './cli.ts';

/** Every so many cases of a suite: a slice is enough here, whole suites run through the library. */
const slice = <T>(cases: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, i) => cases[Math.floor((i * cases.length) / count)] as T);
const json = <T>(path: string): T => JSON.parse(readFileSync(suiteFile(path), 'utf8')) as T;
const named = (option: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [option, ...names]);

interface PkitsCase {
  readonly id: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly settings: {
    readonly initialPolicySet: readonly string[];
    readonly explicitPolicy: boolean;
    readonly policyMappingInhibit: boolean;
    readonly inhibitAnyPolicy: boolean;
    readonly time: string;
  };
  readonly expected: boolean;
}

interface LimboCase {
  readonly id: string;
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly validation_time: string | null;
  readonly extended_key_usage: readonly string[] | null;
  readonly expected_result: 'SUCCESS' | 'FAILURE';
  readonly expected_peer_name: { readonly value: string } | null;
  readonly max_chain_depth: number | null;
}

describeConformance('PKITS through the command line', () => {
  const cases = slice(json<{ cases: PkitsCase[] }>('pkits/cases.json').cases, 24);

  test.each(cases.map((item) => [item.id, item] as const))('%s', async (_, { certs, crls, settings, expected }) => {
    const files: Files = Object.fromEntries(
      [...certs, ...crls].map((path) => [path, Uint8Array.from(readFileSync(suiteFile(`pkits/${path}`)))]),
    );
    const [anchor, ...others] = certs as [string, ...string[]];
    const target = others.pop() as string;
    const { initialPolicySet, explicitPolicy, policyMappingInhibit, inhibitAnyPolicy, time } = settings;
    const args = [
      ...[target, '--anchor', anchor, ...named('--intermediate', others), ...named('--crl', crls)],
      ...['--revocation', 'hard', '--time', isoTime(time), ...named('--policy', initialPolicySet)],
      ...(explicitPolicy ? ['--explicit-policy'] : []),
      ...(policyMappingInhibit ? ['--inhibit-mapping'] : []),
      ...(inhibitAnyPolicy ? ['--inhibit-any-policy'] : []),
    ];
    await bothWays(args, files, expected);
  });
});

describeConformance('x509-limbo through the command line', () => {
  const groups = json<{ cases: Record<string, { policy: string }> }>('limbo/groups.json').cases;
  const must = ['rfc5280-path', 'rfc5280-syntax', 'anchor-constraints', 'tls-name', 'limits'];
  const all = json<{ testcases: LimboCase[] }>('limbo/limbo-2023-12.json').testcases.filter(
    ({ id }) => must.includes(groups[id]?.policy ?? '') && id !== 'rfc5280::nc::permitted-dn-match',
  );
  const deep = all.filter((item) => item.max_chain_depth !== null || (item.extended_key_usage ?? []).length > 0);
  const cases = [...new Set([...slice(all, 30), ...deep])];

  test('the slice has depths, purposes and names', () => {
    expect(cases.filter((item) => item.max_chain_depth !== null).length).toBeGreaterThan(0);
    expect(cases.filter((item) => (item.extended_key_usage ?? []).length > 0).length).toBeGreaterThan(0);
    expect(cases.filter((item) => item.expected_peer_name !== null).length).toBeGreaterThan(0);
  });

  test.each(cases.map((item) => [item.id, item] as const))('%s', async (id, item) => {
    const pems = (prefix: string, texts: readonly string[]) => texts.map((text, i) => [`${prefix}${i}`, text] as const);
    const anchors = pems('anchor', item.trusted_certs);
    const pool = pems('pool', item.untrusted_intermediates);
    const files: Files = Object.fromEntries([...anchors, ...pool, ['target', item.peer_certificate] as const]);
    const [purpose] = item.extended_key_usage ?? [];
    const depth = item.max_chain_depth;
    const args = [
      ...[
        'target',
        '--anchor',
        ...anchors.map(([name]) => name),
        ...named(
          '--intermediate',
          pool.map(([name]) => name),
        ),
      ],
      ...['--time', isoTime(item.validation_time ?? '2024-01-01T00:00:00Z')],
      ...(groups[id]?.policy === 'anchor-constraints' ? ['--anchor-constraints'] : []),
      ...(purpose === undefined ? [] : ['--purpose', purpose]),
      ...(item.expected_peer_name === null ? [] : ['--name', item.expected_peer_name.value]),
      ...(depth === null ? [] : ['--max-depth', String(Math.min(depth, 100))]),
    ];
    await bothWays(args, files, item.expected_result === 'SUCCESS');
  });
});

/** The suites write times in several forms of ISO 8601. */
function isoTime(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19)}Z`;
}

/** By `path verify`, and as one of many. */
async function bothWays(args: readonly string[], files: Files, expected: boolean): Promise<void> {
  const one = await quorate(['path', 'verify', ...args, '--json'], files);
  expect([one.code, JSON.parse(one.out).verdict, one.err]).toEqual(expected ? [0, 'pass', ''] : [1, 'fail', '']);
  const many = await quorate(['verify', 'batch', ...args], files);
  expect([many.code, JSON.parse(many.out).verdict]).toEqual(expected ? [0, 'pass'] : [1, 'fail']);
}
