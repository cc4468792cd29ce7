import { describe, expect, it } from 'vitest';
import { formatPolicyText, parsePolicyText } from '../../src/text/index.ts';
import { KEY, OTHER, REST } from './refusal.ts';

const untidy = `

#   head

key   officer-1   =   ${KEY}   #  Bern
# the second
key officer-2 from   "second.pem"
onboarded  "auditor-1"


use :
      # by day
      any 2 of officer-1,officer-2 , auditor-1 within 90m   # not longer
   # by night
   or token night: any 1 of officer-1, # first
      officer-2
      and group controllers: any 1 of auditor-1
      # both count from the timestamp
      within 1h after 300s
block:any 1 of officer-2
${REST.replace('\nblock: nobody\n', '')}   
# the end
`;

const tidy = `#   head

key officer-1 = ${KEY} #  Bern
# the second
key officer-2 from "second.pem"
onboarded auditor-1

use:
  # by day
  any 2 of officer-1, officer-2, auditor-1 within 1h30m # not longer
  # by night
  or token night: any 1 of
      officer-1, # first
      officer-2
    and group controllers: any 1 of auditor-1
    # both count from the timestamp
    after 5m within 1h
block:
  any 1 of officer-2
unblock: nobody
modify: nobody

# the end
`;

const resolve = (): Uint8Array => Uint8Array.from(atob(OTHER), (character) => character.charCodeAt(0));

describe('formatting', () => {
  it('gives the one layout, and keeps comments, labels and references to files', () => {
    expect(formatPolicyText(untidy)).toBe(tidy);
  });

  it('changes nothing the second time', () => {
    expect(formatPolicyText(tidy)).toBe(tidy);
  });

  it('does not change what the text means', () => {
    expect(parsePolicyText(tidy, { resolve })).toEqual(parsePolicyText(untidy, { resolve }));
  });

  it('breaks lines above 100 characters at groups, then at approvers', () => {
    const names = Array.from({ length: 9 }, (_, i) => `security-officer-${i + 1}`);
    const text = `use: any 2 of ${names.slice(0, 4).join(', ')} and any 1 of ${names.join(', ')} within 10m${REST}`;
    const lines = formatPolicyText(text).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'use:',
      `  any 2 of ${names.slice(0, 4).join(', ')}`,
      '    and any 1 of',
      '      security-officer-1,',
      '      security-officer-2,',
    ]);
    expect(lines[12]).toBe('    within 10m');
    expect(lines.every((line) => line.length <= 100)).toBe(true);
  });

  it('keeps every comment, wherever it stands', () => {
    const words = untidy
      .replace(/#.*/g, '')
      .split(/(\s+|,)/)
      .filter((word) => word.trim() !== '');
    let inside = '';
    for (const [i, word] of words.entries())
      inside += `${/^(key|onboarded|use|block:any|unblock:|modify:)$/.test(word) ? '\n' : ' '}${word} # c${i}\n`;
    const formatted = formatPolicyText(inside);
    for (const i of words.keys()) expect(formatted).toMatch(new RegExp(`# c${i}$`, 'm'));
    expect(formatPolicyText(formatted)).toBe(formatted);
    expect(parsePolicyText(formatted, { resolve })).toEqual(parsePolicyText(untidy, { resolve }));
  });
});
