/** A suite: a folder of the conformance folder, and how the table shows it. */
export interface Suite {
  readonly folder: string;
  readonly title: string;
  /** The groups in which every case has to be answered as the suite answers it, because the rule is the standard's. */
  readonly must: readonly string[] | 'all';
  /** Whether the table has a line for each group. */
  readonly byGroup: boolean;
  /** The test files that run it, whole. */
  readonly tests: readonly string[];
}

const PATHS = ['packages/verify/test/conformance/path-suites.test.ts'];
const REVOCATION = ['packages/verify/test/conformance/revocation-suites.test.ts'];

/**
 * Every suite, in the order of the table. A folder that is not here fails a test, and so does a suite of which a run left
 * no record. Groups that are named in `must` and are not in the suite are those of the larger suite that it is a part of.
 */
export const SUITES: readonly Suite[] = [
  { folder: 'pkits', title: 'PKITS', must: 'all', byGroup: false, tests: PATHS },
  {
    folder: 'limbo',
    title: 'x509-limbo',
    must: [
      'rfc5280-path',
      'rfc5280-syntax',
      'anchor-constraints',
      'tls-name',
      'limits',
      'real-world',
      'algorithm-profile',
    ],
    byGroup: true,
    tests: PATHS,
  },
  {
    folder: 'boringssl-chain',
    title: 'BoringSSL chains',
    must: ['rfc5280', 'anchor-constraints', 'eku-nesting'],
    byGroup: true,
    tests: PATHS,
  },
  {
    folder: 'boringssl-name-constraints',
    title: 'BoringSSL name constraints',
    must: [],
    byGroup: false,
    tests: ['packages/x509/test/names/constraints-suite.test.ts'],
  },
  { folder: 'boringssl-path-builder', title: 'BoringSSL path building', must: 'all', byGroup: false, tests: PATHS },
  {
    folder: 'boringssl-parse',
    title: 'BoringSSL parsing',
    must: [],
    byGroup: false,
    tests: ['packages/x509/test/conformance/parse-suite.test.ts'],
  },
  { folder: 'boringssl-crl', title: 'BoringSSL CRLs', must: [], byGroup: false, tests: REVOCATION },
  { folder: 'boringssl-ocsp', title: 'BoringSSL OCSP', must: [], byGroup: false, tests: REVOCATION },
  {
    folder: 'boringssl-signed-data',
    title: 'BoringSSL signed data',
    must: 'all',
    byGroup: false,
    tests: ['packages/crypto/test/signed-data.test.ts'],
  },
  {
    folder: 'boringssl-name-match',
    title: 'BoringSSL name matching',
    must: 'all',
    byGroup: false,
    tests: ['packages/x509/test/names/name-match-suite.test.ts'],
  },
  {
    folder: 'wycheproof',
    title: 'Wycheproof',
    must: [],
    byGroup: false,
    tests: [
      'packages/crypto/test/wycheproof-ecdsa-large.test.ts',
      'packages/crypto/test/wycheproof-ecdsa.test.ts',
      'packages/crypto/test/wycheproof-other.test.ts',
      'packages/crypto/test/wycheproof-listing.test.ts',
    ],
  },
  {
    folder: 'zlint',
    title: 'zlint',
    must: [],
    byGroup: true,
    tests: ['packages/lint/test/conformance/zlint.test.ts'],
  },
];

/** @throws Error if there is none of this folder */
export function suiteOf(folder: string): Suite {
  const suite = SUITES.find((each) => each.folder === folder);
  if (suite === undefined) throw new Error(`there is no conformance suite \`${folder}\` in the list of suites`);
  return suite;
}
