import { readFileSync } from 'node:fs';
import type { CaseOutcome, Divergence } from '@quorate/conformance';
import {
  CryptoError,
  parsePublicKey,
  type VerificationInput,
  type VerifyOptions,
  verifySignature,
} from '../../src/index.ts';
import { mlDsa } from '../../src/post-quantum/index.ts';
import type { Group } from './wycheproof.ts';

/** One file of the suite: it is run, or listed with the reason why not. */
export interface ListedFile {
  readonly file: string;
  readonly cases: number;
  readonly listed?: string;
}

/** What is said of the suite. The id of a case is its file and its number, `file#tcId`. */
export interface Listing {
  readonly cases: number;
  readonly files: readonly ListedFile[];
  readonly divergences: readonly Divergence[];
}

export const listing: Listing = JSON.parse(
  readFileSync(new URL('../conformance/wycheproof.json', import.meta.url), 'utf8'),
);

/** The divergences of one file. */
export function divergencesOf(file: string): Divergence[] {
  return listing.divergences.filter(({ id }) => id.startsWith(`${file}#`));
}

/** Runs the groups of a file: the suite's answer to every case, and ours. */
export function runGroups(file: string, groups: readonly Group[], options: VerifyOptions = {}): CaseOutcome[] {
  return groups.flatMap((group) => {
    const verify = verifierOf(group, options);
    return group.cases.map((item): CaseOutcome => {
      return { id: `${file}#${item.tcId}`, suite: item.result, ours: verify(item), group: file };
    });
  });
}

type Judge = (test: Pick<VerificationInput, 'data' | 'signature'>) => 'valid' | 'invalid';

/** A key that is refused makes every case of its group invalid. */
function verifierOf({ spki, algorithm }: Group, options: VerifyOptions): Judge {
  if (spki === null || algorithm === null) throw new Error('this package has no algorithm for the group');
  try {
    const key = parsePublicKey(spki, { algorithms: mlDsa });
    return ({ data, signature }) =>
      verifySignature({ algorithm, key, data, signature }, options).valid ? 'valid' : 'invalid';
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return () => 'invalid';
  }
}
