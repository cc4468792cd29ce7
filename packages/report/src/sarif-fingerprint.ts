import type { Finding } from './finding.ts';

/** The name under which fingerprints stand; a new way of making them takes a new name. */
export const FINGERPRINT_NAME = 'quorate/v1';

/**
 * For each finding a text that stays the same from run to run, by which a viewer knows that it has seen it before.
 *
 * Taken are the id, the place without its indices, and what the message quotes in backticks (names, values): so the
 * order of the findings, of tokens, groups and approvers does not matter, nor does better wording, nor whether it fails
 * or only warns. Findings alike in all that are numbered from 1 by place. Of two alike of which one is mended, the
 * viewer may therefore close the other; nothing is lost, since one remains.
 *
 * The hash is 64-bit FNV-1a: for matching, not for security. Who chooses names can make two findings collide; they are
 * then numbered like findings that are alike.
 *
 * @returns `HASH:NUMBER`, the hash in 16 hexadecimal digits, in the order of the findings; no two are the same
 */
export function fingerprintsOf(findings: readonly Finding[]): string[] {
  const alike = new Map<string, number[]>();
  findings.forEach((finding, i) => {
    const hash = fnv1a64(sameness(finding));
    const others = alike.get(hash);
    if (others === undefined) alike.set(hash, [i]);
    else others.push(i);
  });
  const fingerprints: string[] = new Array(findings.length);
  for (const [hash, indices] of alike) {
    const byPlace = indices
      .map((i) => ({ i, key: placeKey(findings[i] as Finding) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i));
    byPlace.forEach(({ i }, n) => {
      fingerprints[i] = `${hash}:${n + 1}`;
    });
  }
  return fingerprints;
}

function sameness({ id, where, message }: Finding): string {
  const quoted = message.match(/`[^`]*`/g) ?? [];
  return JSON.stringify([id, where.replace(/\[\d+\]/g, '[]'), ...quoted]);
}

/** What is absent is another thing than what is empty. */
function placeKey({ where, message, expected, actual }: Finding): string {
  return JSON.stringify([where, message, expected ?? null, actual ?? null]);
}

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** The 64-bit FNV-1a hash of a text in UTF-8, as 16 lower-case hexadecimal digits. */
export function fnv1a64(text: string): string {
  let hash = OFFSET_BASIS;
  for (const octet of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(octet)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
