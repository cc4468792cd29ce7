import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Finding,
  type Outcome,
  reportOf,
  type SarifLevel,
  type SarifOptions,
  type SarifRuleMetadata,
  sarifOf,
} from '../src/index.ts';
import { fingerprintsOf, fnv1a64 } from '../src/sarif-fingerprint.ts';

const require = createRequire(import.meta.url);

/** The OASIS schema of SARIF 2.1.0, as published in a package by its editors. */
const schema = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as object;
const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
const validate = ajv.compile(schema);

/** What the schema has against a log as it would be written. */
function faults(log: unknown): string[] {
  validate(JSON.parse(JSON.stringify(log)));
  return (validate.errors ?? []).map((error) => `${error.dataPath} ${error.message}`);
}

const tool = { name: 'quorate', version: '1.0.0', informationUri: 'https://example.org/quorate' };
const options: SarifOptions = { tool, artifact: 'keys/root%20ca.json' };

const fail: Finding = {
  id: 'policy.quorum',
  outcome: 'fail',
  where: 'use.tokens[0].groups[1]',
  message: 'more approvals are asked for than the group has keys: it can never agree',
  expected: 'at most 2',
  actual: '3 of 2',
  reference: 'SKA.md 2.1',
};

const sha256 = (digit: string): string => digit.repeat(64);
const certificate = { kind: 'certificate', name: 'CN=A root', sha256: sha256('1') };

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));
const finding: fc.Arbitrary<Finding> = fc.record(
  {
    id: fc.constantFrom('policy.quorum', 'policy.window', 'a.b', '__proto__', 'constructor'),
    outcome: fc.constantFrom<Outcome>('pass', 'fail', 'warn', 'not-checked'),
    where: fc.oneof(fc.constantFrom('use.tokens[0]', 'use.tokens[1]', 'modify', ''), text),
    message: fc.oneof(fc.constantFrom('the key of `officer-1` is weak', 'the key of `officer-2` is weak'), text),
    expected: text,
    actual: text,
    reference: text,
    action: text,
    object: fc.constantFrom(certificate, { ...certificate, sha256: sha256('2') }),
    bytes: fc.tuple(fc.nat(300), fc.nat(300)).map(([start, length]) => ({ start, end: start + length })),
  },
  { requiredKeys: ['id', 'outcome', 'where', 'message'] },
);
const findings = fc.array(finding, { maxLength: 8 });

describe('a SARIF log', () => {
  it('says of a finding all that it says', () => {
    expect(sarifOf(reportOf([fail]), options)).toEqual({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { ...tool, rules: [{ id: 'policy.quorum' }] } },
          results: [
            {
              ruleId: 'policy.quorum',
              ruleIndex: 0,
              kind: 'fail',
              level: 'error',
              message: {
                text: 'more approvals are asked for than the group has keys: it can never agree (expected at most 2, found 3 of 2)',
              },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: 'keys/root%20ca.json' } },
                  logicalLocations: [{ name: 'groups[1]', fullyQualifiedName: 'use.tokens[0].groups[1]' }],
                },
              ],
              partialFingerprints: { 'quorate/v1': `${fnv1a64('["policy.quorum","use.tokens[].groups[]"]')}:1` },
              properties: { expected: 'at most 2', actual: '3 of 2', reference: 'SKA.md 2.1' },
            },
          ],
          properties: { verdict: 'fail' },
        },
      ],
    });
  });

  it.each<[Outcome, string, string]>([
    ['pass', 'pass', 'none'],
    ['fail', 'fail', 'error'],
    ['warn', 'fail', 'warning'],
    ['not-checked', 'open', 'none'],
    ['unheard of' as Outcome, 'open', 'none'],
    ['toString' as Outcome, 'open', 'none'],
  ])('says of the outcome %s: kind %s, level %s', (outcome, kind, level) => {
    expect(sarifOf(reportOf([{ ...fail, outcome }]), options).runs[0].results[0]).toMatchObject({ kind, level });
  });

  it('obeys the schema of the standard, whatever was found', () => {
    fc.assert(
      fc.property(findings, fc.boolean(), (list, named) => {
        const log = sarifOf(
          reportOf(list),
          named ? { ...options, artifactSha256: sha256('1') } : { tool: { name: 'quorate', version: '0' } },
        );
        expect(faults(log)).toEqual([]);
        const [run] = log.runs;
        expect(run.results.map(({ ruleId }) => ruleId)).toEqual(list.map(({ id }) => id));
        for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      }),
      { numRuns: 300 },
    );
  });

  it('would be refused by the schema if it were wrong', () => {
    const good = JSON.parse(JSON.stringify(sarifOf(reportOf([fail]), options)));
    expect(faults(good)).toEqual([]);
    expect(faults({ ...good, version: '2.0.0' })).not.toEqual([]);
    expect(faults({ ...good, extra: 1 })).not.toEqual([]);
    for (const [member, value] of [
      ['kind', 'warn'],
      ['level', 'fail'],
      ['message', {}],
      ['message', 'text'],
      ['ruleIndex', -2],
      ['partialFingerprints', { a: 1 }],
      ['locations', {}],
      ['outcome', 'fail'],
    ] as const) {
      const bad = structuredClone(good);
      bad.runs[0].results[0][member] = value;
      expect(faults(bad)).not.toEqual([]);
    }
  });

  it('has the words of the rules that occur, and of no others', () => {
    const rules = {
      'policy.quorum': {
        shortDescription: 'short',
        fullDescription: 'full',
        help: 'help',
        helpUri: 'https://a.example/q',
      },
      'policy.window': { shortDescription: 'unused' },
    };
    const log = sarifOf(reportOf([{ ...fail, id: 'a' }, fail]), { ...options, rules });
    expect(log.runs[0].tool.driver.rules).toEqual([
      { id: 'a' },
      {
        id: 'policy.quorum',
        shortDescription: { text: 'short' },
        fullDescription: { text: 'full' },
        help: { text: 'help' },
        helpUri: 'https://a.example/q',
      },
    ]);
    expect(faults(log)).toEqual([]);
  });

  it.each<[SarifLevel | undefined, Outcome, string]>([
    ['note', 'warn', 'note'],
    ['note', 'fail', 'error'],
    ['note', 'pass', 'none'],
    ['note', 'not-checked', 'none'],
    ['warning', 'warn', 'warning'],
    ['warning', 'fail', 'error'],
    ['error', 'warn', 'warning'],
    [undefined, 'warn', 'warning'],
  ])('a rule of level %s, outcome %s: level %s', (level, outcome, expected) => {
    const metadata: SarifRuleMetadata = level === undefined ? {} : { level };
    const rules = { [fail.id]: metadata };
    const log = sarifOf(
      reportOf([
        { ...fail, outcome },
        { ...fail, id: 'other', outcome: 'warn' },
      ]),
      { tool, rules },
    );
    const [run] = log.runs;
    expect(run.results.map((result) => result.level)).toEqual([expected, 'warning']);
    const [other, rule] = run.tool.driver.rules;
    expect(other).toEqual({ id: 'other' });
    expect(rule?.defaultConfiguration).toEqual(level === undefined ? undefined : { level });
    expect(faults(log)).toEqual([]);
  });

  it('says which bytes of the artifact are meant where the artifact is the object that they are counted in', () => {
    const list: Finding[] = [
      { ...fail, bytes: { start: 4, end: 9 } },
      { ...fail, bytes: { start: 0, end: 0 }, object: certificate },
      { ...fail, bytes: { start: 4, end: 9 }, object: { ...certificate, sha256: sha256('2') } },
      { ...fail, object: certificate, action: 'ask anew' },
    ];
    const regions = (more: Partial<SarifOptions>) => {
      const log = sarifOf(reportOf(list), { ...options, ...more });
      expect(faults(log)).toEqual([]);
      return log.runs[0].results.map(({ locations }) => locations?.[0].physicalLocation?.region);
    };
    const [first, second] = [
      { byteOffset: 4, byteLength: 5 },
      { byteOffset: 0, byteLength: 0 },
    ];
    expect(regions({ artifactSha256: certificate.sha256 })).toEqual([first, second, undefined, undefined]);
    expect(regions({ artifactSha256: sha256('2') })).toEqual([first, undefined, first, undefined]);
    expect(regions({})).toEqual([undefined, undefined, undefined, undefined]);
    const { runs } = sarifOf(reportOf(list), options);
    expect(
      runs[0].results.map(({ properties }) => [properties?.action, properties?.object, properties?.bytes]),
    ).toEqual(list.map(({ action, object, bytes }) => [action, object, bytes]));
  });

  it('keeps a place with spaces whole, and has no location without a place', () => {
    const [spaced, nowhere] = sarifOf(
      reportOf([
        { ...fail, where: 'CN=root v1.0, O=x' },
        { ...fail, where: '' },
      ]),
      {
        tool,
      },
    ).runs[0].results;
    expect(spaced?.locations?.[0].logicalLocations?.[0].name).toBe('CN=root v1.0, O=x');
    expect(nowhere?.locations).toBeUndefined();
  });

  it.each([
    ['artifact', { tool, artifact: 'root ca.json' }],
    ['artifact', { tool, artifact: 'C:\\root.json' }],
    ['artifact', { tool, artifact: '100%.json' }],
    ['artifact', { tool, artifact: '' }],
    ['tool.informationUri', { tool: { ...tool, informationUri: 'example.org' } }],
    ['rules.policy.quorum.helpUri', { tool, rules: { 'policy.quorum': { helpUri: 'docs/q.md' } } }],
  ])('does not take for a URI what is none: %s', (name, bad) => {
    expect(() => sarifOf(reportOf([fail]), bad)).toThrow(TypeError);
    expect(() => sarifOf(reportOf([fail]), bad)).toThrow(`\`${name}\``);
  });
});

describe('fingerprints', () => {
  it('hash as FNV-1a does', () => {
    // From the test vectors of its authors.
    expect(fnv1a64('')).toBe('cbf29ce484222325');
    expect(fnv1a64('a')).toBe('af63dc4c8601ec8c');
    expect(fnv1a64('foobar')).toBe('85944171f73967e8');
  });

  it('stay with their findings when the order changes, and are all different', () => {
    fc.assert(
      fc.property(
        findings.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const marks = (all: readonly Finding[]): string[] => {
            const prints = fingerprintsOf(all);
            return all.map((it, i) => JSON.stringify([it.id, it.where, it.message, it.expected, it.actual, prints[i]]));
          };
          expect(marks(shuffled).sort()).toEqual(marks(list).sort());
          expect(new Set(fingerprintsOf(list)).size).toBe(list.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stay when tokens are reordered, the message is worded better, or a failure becomes a warning', () => {
    const [before] = fingerprintsOf([{ ...fail, message: 'the key of `officer-1` is weak' }]);
    const after: Finding = { ...fail, outcome: 'warn', where: 'use.tokens[7].groups[0]', message: '`officer-1`: weak' };
    expect(fingerprintsOf([after])).toEqual([before]);
  });

  it('differ by id, by rule, and by who is meant', () => {
    const one: Finding = { ...fail, message: 'the key of `officer-1` is weak' };
    const others: Finding[] = [
      { ...one, id: 'policy.key' },
      { ...one, where: 'block.tokens[0].groups[1]' },
      { ...one, message: 'the key of `officer-2` is weak' },
    ];
    expect(new Set([one, ...others].flatMap((it) => fingerprintsOf([it]))).size).toBe(4);
  });

  it('number findings that are alike, by place', () => {
    const [second, first] = fingerprintsOf([
      { ...fail, where: 'use.tokens[1]' },
      { ...fail, where: 'use.tokens[0]' },
    ]);
    expect(second?.slice(0, 16)).toBe(first?.slice(0, 16));
    expect([second?.slice(16), first?.slice(16)]).toEqual([':2', ':1']);
  });
});
