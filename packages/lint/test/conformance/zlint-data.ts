import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suiteFile } from '@quorate/conformance';
import { decodePem } from '@quorate/der';
import { allRules, type Rule, readLintObject, runRule } from '@quorate/lint';

/** A case of zlint's corpus, as its README describes it. */
export interface ZlintCase {
  readonly lint: string;
  readonly file: string;
  readonly kind: 'certificate' | 'crl' | 'ocsp';
  readonly expected: ZlintAnswer;
}

export type ZlintAnswer = 'NA' | 'NE' | 'pass' | 'notice' | 'warn' | 'error';
export type Answer = ZlintAnswer | 'could-not-run';

/** What we say of zlint's lints: one file for each group of our rules. */
export interface Comparison {
  /** zlint's lint to the rule of ours that covers the same requirement. */
  readonly map: Readonly<Record<string, string>>;
  /** Lints of zlint's default group that no rule covers, and why. */
  readonly unmapped: readonly { readonly lint: string; readonly reason: string }[];
  /** Cases in which our answer is another, and why. */
  readonly divergences: readonly Divergence[];
}

export interface Divergence {
  readonly lint: string;
  readonly file: string;
  readonly zlint: ZlintAnswer;
  readonly ours: Answer;
  readonly reason: string;
}

/** The comparisons by group. */
export function comparisons(): ReadonlyMap<string, Comparison> {
  const folder = fileURLToPath(new URL('./zlint/', import.meta.url));
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(folder + file, 'utf8')) as Comparison]),
  );
}

const json = (file: string): unknown => JSON.parse(readFileSync(suiteFile(`zlint/${file}`), 'utf8'));

/** The lints of zlint's default group. */
export const defaultLints = (): string[] => (json('lints.json') as { name: string }[]).map(({ name }) => name);

/** The cases of the default group. */
export const defaultCases = (): ZlintCase[] => json('cases.json') as ZlintCase[];

/** All cases: of the default group, of the CA/Browser Forum, and others. */
export const allCases = (): ZlintCase[] =>
  ['cases.json', 'cabf-cases.json', 'other-cases.json'].flatMap((file) => json(file) as ZlintCase[]);

const SEVERITIES = { error: 'error', warning: 'warn', notice: 'notice' } as const;

/** Our answer in zlint's words. */
export function answerOf(id: string, { kind, file }: ZlintCase): Answer {
  const rule = allRules.find((one) => one.id === id) as Rule;
  if (kind === 'ocsp') return 'could-not-run';
  const [block] = decodePem(readFileSync(suiteFile(`zlint/${file}`), 'utf8'));
  const { status } = runRule(rule, readLintObject(kind, (block as { bytes: Uint8Array }).bytes));
  switch (status) {
    case 'not-applicable':
      return 'NA';
    case 'not-in-force':
      return 'NE';
    case 'passes':
      return 'pass';
    case 'violates':
      return SEVERITIES[rule.severity];
    case 'could-not-run':
      return 'could-not-run';
  }
}

/** What came of every case of a mapped lint. */
export interface Compared extends ZlintCase {
  readonly rule: string;
  readonly ours: Answer;
}

/** Runs every case whose lint is mapped, in whatever group of zlint. */
export function compareAll(): Compared[] {
  const map = new Map([...comparisons().values()].flatMap((comparison) => Object.entries(comparison.map)));
  return allCases().flatMap((one) => {
    const rule = map.get(one.lint);
    return rule === undefined ? [] : [{ ...one, rule, ours: answerOf(rule, one) }];
  });
}
