import { compareWords, type Fingerprint, fingerprintOf, type WordComparison } from '@quorate/issue/manifest';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { fingerprintLines } from '../issue/fingerprint-lines.ts';
import { loadIssuance } from '../load/issuance.ts';
import { printLines } from '../print-lines.ts';
import { printJson } from '../print-report.ts';
import { fold, printable } from '../text.ts';

interface Options {
  readonly compare?: readonly string[];
  readonly json?: boolean;
}

/** `issue fingerprint FILE`: what approvers read to each other over the telephone. */
export function issueFingerprintCommand(context: Context, answer: Answer): Command {
  return new Command('fingerprint')
    .description(
      'Give the fingerprint of what is to be signed, as digits and as words to read aloud; compare what was heard.',
    )
    .argument('<file>', 'TBSCertificate (DER), manifest, or *.quorate.json')
    .option('--compare <words...>', 'what was heard, words or all 64 digits; exit 1 when it is another')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  quorate issue fingerprint root.tbs.der')
    .action(async (file: string, { compare, json }: Options) => {
      const fingerprint = fingerprintOf((await loadIssuance(context, file)).tbs);
      const comparison = compare === undefined ? null : compared(fingerprint, compare.join(' '));
      if (json) printJson(context, comparison === null ? fingerprint : { ...fingerprint, comparison });
      else {
        printLines(context, fingerprintLines(fingerprint));
        if (comparison !== null) context.out(`\n${fold(words(comparison), context.width)}\n`);
      }
      answer(comparison === null || comparison.same ? ExitCode.YES : ExitCode.NO);
    });
}

/** Digits, if there is a digit in what was heard: there is none in words, and there are some in 64 hexadecimal ones. */
function compared(fingerprint: Fingerprint, heard: string): WordComparison {
  if (!/\d/.test(heard) || /[g-z]/i.test(heard)) return compareWords(fingerprint, heard);
  const digits = heard.toLowerCase().replace(/[^0-9a-f]/g, '');
  const groups = fingerprint.hex.split(' ');
  const at = groups.findIndex((group, i) => digits.slice(4 * i, 4 * i + 4) !== group);
  if (at === -1 && digits.length === fingerprint.sha256.length) {
    return { same: true, place: null, difference: null, expected: null, heard: null };
  }
  const place = at === -1 ? groups.length : at;
  const said = digits.slice(4 * place, 4 * place + 4);
  const difference = at === -1 ? 'words-left-over' : said === '' ? 'words-missing' : 'another-word';
  return {
    same: false,
    place: place + 1,
    difference,
    expected: groups[place] ?? null,
    heard: said === '' ? null : said,
  };
}

const DIFFERENCES: Readonly<Record<NonNullable<WordComparison['difference']>, string>> = {
  'another-word': 'another one was heard',
  'out-of-turn': 'a word was left out, said twice or swapped with its neighbour',
  'unknown-word': 'what was heard is no word of the list',
  'words-missing': 'not all was heard',
  'words-left-over': 'more was heard than there is',
};

function words({ same, place, difference, expected, heard }: WordComparison): string {
  if (same || difference === null) return 'the same';
  const should = expected === null ? '' : `, expected \`${expected}\``;
  const was = heard === null ? '' : `, heard \`${printable(heard)}\``;
  return `NOT the same, from place ${place} on: ${DIFFERENCES[difference]}${should}${was}`;
}
