import { readFileSync } from 'node:fs';
import {
  CryptoError,
  parsePublicKey,
  type VerificationInput,
  type VerifyOptions,
  verifySignature,
} from '../../src/index.ts';
import type { Answer, Group } from './wycheproof.ts';

/** One file of the suite: it is run, or listed with the reason why not. */
export interface ListedFile {
  readonly file: string;
  readonly cases: number;
  readonly listed?: string;
}

/** Cases of a file where this package answers otherwise than the suite, or decides what the suite leaves open. */
export interface Divergence {
  readonly file: string;
  readonly tcIds: readonly number[];
  readonly suite: Answer;
  readonly ours: 'valid' | 'invalid';
  readonly reason: string;
}

export interface Listing {
  readonly cases: number;
  readonly files: readonly ListedFile[];
  readonly divergences: readonly Divergence[];
}

export const listing: Listing = JSON.parse(
  readFileSync(new URL('../conformance/wycheproof.json', import.meta.url), 'utf8'),
);

/** What one run of a file found. */
export interface Run {
  readonly cases: number;
  /** One line for every answer that is not as expected, and for every divergence that is not there. */
  readonly complaints: readonly string[];
}

/** Runs the groups of a file and compares every answer with the suite's and with the divergences listed. */
export function runGroups(
  groups: readonly Group[],
  divergences: readonly Divergence[],
  options: VerifyOptions = {},
): Run {
  const complaints: string[] = [];
  const used = new Set<number>();
  let cases = 0;
  for (const group of groups) {
    const verify = verifierOf(group, options);
    for (const test of group.cases) {
      cases++;
      const ours = verify(test);
      const entry = divergences.find(({ tcIds }) => tcIds.includes(test.tcId));
      if (entry === undefined) {
        if (ours !== test.result)
          complaints.push(`${test.tcId}: ${ours}, the suite says ${test.result}: ${test.comment}`);
      } else if (entry.suite !== test.result || entry.ours !== ours) {
        complaints.push(`${test.tcId}: listed as ${entry.suite} and ${entry.ours}, found ${test.result} and ${ours}`);
      } else {
        used.add(test.tcId);
      }
    }
  }
  for (const { tcIds, suite, ours } of divergences) {
    if (suite === ours) complaints.push(`${tcIds.join(', ')}: listed as a divergence and is none`);
    for (const id of tcIds) if (!used.has(id)) complaints.push(`${id}: listed and not found`);
  }
  return { cases, complaints };
}

type Judge = (test: Pick<VerificationInput, 'data' | 'signature'>) => 'valid' | 'invalid';

/** A key that is refused makes every case of its group invalid. */
function verifierOf({ spki, algorithm }: Group, options: VerifyOptions): Judge {
  if (spki === null || algorithm === null) throw new Error('this package has no algorithm for the group');
  try {
    const key = parsePublicKey(spki);
    return ({ data, signature }) =>
      verifySignature({ algorithm, key, data, signature }, options).valid ? 'valid' : 'invalid';
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return () => 'invalid';
  }
}
