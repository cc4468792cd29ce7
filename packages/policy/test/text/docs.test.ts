import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatPolicyText, parsePolicyText, renderPolicyText } from '../../src/text/index.ts';
import { KEYWORDS } from '../../src/text/quote.ts';
import { certificate, keys } from '../keys.ts';

const page = readFileSync(new URL('../../../../docs/policy-language.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```policy\n(.*?)^```$/gms)].map((match) => match[1] as string);
const resolve = (path: string): Uint8Array | null =>
  path === 'officer-3.crt' ? certificate(keys[4] as Uint8Array, 'officer-3') : null;

describe('the page about the language', () => {
  it('has examples, and all of them are read, written and formatted', () => {
    expect(examples).toHaveLength(2);
    for (const text of examples) {
      const policy = parsePolicyText(text, { resolve });
      expect(parsePolicyText(renderPolicyText(policy))).toEqual(policy);
      expect(parsePolicyText(formatPolicyText(text), { resolve })).toEqual(policy);
    }
  });

  it('has a table of the nothings, and every row is read', () => {
    const rows = [...page.matchAll(/^\| `((?:everybody|nobody|any \d of)[^`]*)` /gm)].map(
      (match) => match[1] as string,
    );
    expect(rows).toHaveLength(9);
    for (const row of rows) {
      const approver = row.includes('officer-1') ? 'onboarded officer-1\n' : '';
      parsePolicyText(`${approver}use: ${row}\nblock: nobody\nunblock: nobody\nmodify: nobody`);
    }
  });

  it('lists the words of the language', () => {
    const list = page.slice(page.indexOf('The words of the language'), page.indexOf('## Errors'));
    const words = [...list.matchAll(/`([a-z]+)`/g)].map((match) => match[1] as string);
    expect(words.sort()).toEqual([...KEYWORDS].sort());
  });
});
