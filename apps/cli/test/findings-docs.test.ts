import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowableCodes } from '@quorate/issue';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** Policies have pages of their own, looked after in the policy room; so have rules of lint. */
const PREFIXES = [
  'approval',
  'attestation',
  'batch',
  'certificate',
  'csr',
  'issue',
  'lint',
  'manifest',
  'path',
  'pending',
  'request',
  'revocation',
  'task',
  'tasks',
] as const;
const ELSEWHERE = ['policy', 'analysis'];

/** Texts that look like an id and are places or parts of one. */
const PLACES = [
  'csr.extendedKeyUsage.within',
  'csr.keyUsage.within',
  'csr.publicKey',
  'csr.signatureAlgorithm',
  'csr.subject.within',
  'csr.tlsFeature',
  'lint.sets',
];

/** Ids that are made of parts: the text in the code, and what it amounts to. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  '`lint.…`': [],
  '`issue.…`': allowableCodes.map((code) => `issue.${code}`),
  '`issue.csr-…`': ['issue.csr-taken', 'issue.csr-profile', 'issue.csr-ignored'],
  '`revocation.…`': ['expired', 'no-next-update', 'not-yet-valid', 'too-old'].map((word) => `revocation.${word}`),
  // Of a certificate and of a CSR.
  '`….…`': [
    'extensions',
    'basic-constraints',
    'path-length',
    'key-usage',
    'extended-key-usage',
    'other-extensions',
    'unasked-extension',
  ].flatMap((word) => (word === 'path-length' ? [`certificate.${word}`] : [`certificate.${word}`, `csr.${word}`])),
  // Of one signature; those that `verify` judges become remarks of one finding.
  '`…-weak`': [
    'approval.signature',
    'approval.timestamp-signature',
    'attestation.signature',
    'attestation.chain-signature',
    'tasks.timestamp-proof',
  ].map((id) => `${id}-weak`),
};

/** The code of all packages and of this app, without comments. */
function code(wanted: (file: string) => boolean): string {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => join(ROOT, 'packages', name, 'src'));
  const files = [...packages, join(ROOT, 'apps/cli/src')].filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('demo/'))
      .map((name) => join(folder, name))
      .filter(wanted)
      .map((file) => readFileSync(file, 'utf8')),
  );
  return files.join('\n').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

const CODE = code(() => true);
const FINDINGS = code((file) => !/packages.policy|post-quantum|batch.targets/.test(file));
const WORDS = String.raw`[a-z][A-Za-z-]*(?:\.[a-z][A-Za-z-]*)*`;

/** Texts in the code that have the form of an id of these rooms. */
function literals(): string[] {
  const pattern = new RegExp(`['\`]((?:${PREFIXES.join('|')})\\.${WORDS})['\`]`, 'g');
  return [...new Set([...CODE.matchAll(pattern)].map(([, text]) => text as string))];
}

/** Templates that are given as an id of a finding; changes to a policy and things to judge have ids too. */
function templates(): string[] {
  const found = [...FINDINGS.matchAll(/\bid(?:: | = )(`[^`]*\$\{[^`]*`)/g)].map(([, text]) => text as string);
  return [...new Set(found.map((text) => text.replace(/\$\{[^}]*\}/g, '…')))];
}

const PAGE = readFileSync(join(ROOT, 'docs/findings.md'), 'utf8');
const rows = [...PAGE.matchAll(/^\| `([^`]+)` +\|(.*)\|$/gm)].map(([, id, cells]) => {
  const [says = '', source = '', next = '', ...more] = (cells as string).split('|').map((cell) => cell.trim());
  return { id: id as string, says, source, next, more };
});

describe('the page about findings', () => {
  const listed = rows.map(({ id }) => id);
  const inCode = [...literals().filter((text) => !PLACES.includes(text)), ...Object.values(MADE).flat()];

  it('has each id that the code can give, once, and no more', () => {
    expect(inCode.length).toBeGreaterThan(150);
    expect(inCode.filter((id) => !listed.includes(id)).sort()).toEqual([]);
    expect(listed.filter((id) => !inCode.includes(id)).sort()).toEqual([]);
    expect(listed.filter((id, i) => listed.indexOf(id) !== i)).toEqual([]);
  });

  it('knows all ids that are made of parts, and all rooms', () => {
    expect(templates().sort()).toEqual(Object.keys(MADE).sort());
    const given = /\bid: '([a-z]+)\.[a-z][a-z.-]*'|'([a-z]+)\.[a-z][a-z.-]*', '(?:pass|fail|warn|not-checked)'/g;
    const ids = [...CODE.matchAll(given)].map(([, named, passed]) => (named ?? passed) as string);
    expect(ids.length).toBeGreaterThan(100);
    expect([...new Set(ids)].filter((room) => ![...PREFIXES, ...ELSEWHERE].some((known) => known === room))).toEqual(
      [],
    );
  });

  it('calls nothing a place that is no longer in the code', () => {
    expect(PLACES.filter((text) => !literals().includes(text))).toEqual([]);
  });

  it('says of each what it means, and of each fault what to do', () => {
    // What cannot be bad, or what others are asked about.
    const good =
      /^(?:path\.certificate|revocation\.status|issue\.csr-taken|approval\.token|attestation\.chain-time|request\.not-yet-approved-by)$/;
    for (const { id, says, next, more } of rows) {
      expect([id, more]).toEqual([id, []]);
      expect([id, says]).toEqual([id, expect.stringMatching(/^(?:_?[A-Z]|nextUpdate|thisUpdate).*[.…]_?$/)]);
      if (!good.test(id)) expect([id, next]).toEqual([id, expect.stringMatching(/^[A-Z].*\.$/)]);
    }
  });

  it('stands under a heading that names its room, in tables of one form', () => {
    const heads = [...PAGE.matchAll(/^\| id +\| .*$/gm)].map(([line]) => line.replace(/ +/g, ' '));
    expect(new Set(heads).size).toBe(1);
    expect([...PAGE.matchAll(/^\| `/gm)].length).toBe(rows.length);
  });
});
