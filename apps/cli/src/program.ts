import { Command } from 'commander';
import type { Answer, CommandMaker } from './answer.ts';
import type { Context } from './context.ts';
import { onceOnly } from './options.ts';
import { printable } from './text.ts';
import { VERSION } from './version.ts';

type Verbs = { readonly verbs: readonly CommandMaker[] };

/** The nouns. What is done with one is loaded when it is asked for: all together take a second to load. */
const NOUNS: readonly (readonly [noun: string, description: string, load: () => Promise<Verbs>])[] = [
  ['policy', 'who may use, block, unblock and modify a key', () => import('./nouns/policy.ts')],
  ['token', 'approval tokens: the bytes an approver signs', () => import('./nouns/token.ts')],
  ['approval', 'approvals: an approver, a token, a signature', () => import('./nouns/approval.ts')],
  ['cert', 'certificates', () => import('./nouns/cert.ts')],
  ['path', 'certification paths: from a certificate to somebody trusted', () => import('./nouns/path.ts')],
  ['verify', 'many at a time', () => import('./nouns/verify.ts')],
  ['csr', 'certification requests (PKCS#10)', () => import('./nouns/csr.ts')],
  ['crl', 'certificate revocation lists', () => import('./nouns/crl.ts')],
  ['request', 'requests to the broker', () => import('./nouns/request.ts')],
  ['issue', 'certificates whose signature is made elsewhere', () => import('./nouns/issue.ts')],
  ['attestation', 'what an HSM states about a key', () => import('./nouns/attestation.ts')],
];

/**
 * The command line, as far as these arguments need it: of the noun that they name everything, of other nouns the name. No
 * command has words of another before it, so the first word that is no option is the noun.
 *
 * @param args default: the whole command line
 */
export async function program(context: Context, answer: Answer, args?: readonly string[]): Promise<Command> {
  const root = new Command('quorate')
    .description('Build and check HSM quorum policies, see what they approve, verify what the HSM returns. Offline.')
    .version(VERSION)
    .helpCommand(false)
    .addHelpText('after', exitCodes);
  const named = args?.find((arg) => !arg.startsWith('-'));
  const known = NOUNS.some(([noun]) => noun === named);
  if (!known) root.addCommand((await import('./commands/demo.ts')).demoCommand(context, answer));
  for (const [noun, description, load] of NOUNS) {
    const group = new Command(noun).description(description).helpCommand(false);
    const verbs = args === undefined || noun === named ? (await load()).verbs : [];
    for (const verb of verbs) group.addCommand(verb(context, answer));
    root.addCommand(group);
  }
  settle(root, context);
  return root;
}

const exitCodes = `
Exit codes: 0 yes, 1 no, 2 could not run (usage, unreadable input), 3 incomplete.
A file may be \`-\` for standard input. Every command explains itself with --help.`;

/** Errors come back as exceptions, and every word goes through the context. */
function settle(command: Command, context: Context): void {
  onceOnly(command);
  command.exitOverride().configureOutput({
    writeOut: (text) => context.out(text),
    writeErr: (text) => context.note(text.trimEnd()),
    outputError: (text, write) => {
      const lines = text
        .replace(/^error: /, '')
        .trimEnd()
        .split('\n')
        .map(printable);
      const greedy = text.includes('missing required argument') && command.options.some(({ variadic }) => variadic);
      const next = greedy
        ? 'give it before the options: one such as `--anchor <file...>` takes all that follows it'
        : 'see --help';
      write(`quorate: ${lines.join('\n')}\n   next: ${next}\n`);
    },
  });
  for (const child of command.commands) settle(child, context);
}
