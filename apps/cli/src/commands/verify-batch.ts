import { Command, InvalidArgumentError } from 'commander';
import type { Answer } from '../answer.ts';
import type { BatchSettings, Judge } from '../batch/batch-item.ts';
import { inOrder } from '../batch/in-order.ts';
import { judgeFirstHere } from '../batch/judge-first-here.ts';
import { judgeHere } from '../batch/judge-item.ts';
import { Tally } from '../batch/tally.ts';
import { targetsOf } from '../batch/targets.ts';
import type { Context } from '../context.ts';
import { type PathOptions, pathRequestOf, withPathOptions } from '../path-options.ts';
import { Unusable } from '../unusable.ts';

interface Options extends PathOptions {
  readonly jobs?: number;
  readonly chains?: boolean;
  readonly passed?: boolean;
}

/** `verify batch INPUT... --anchor FILE...`: `path verify` for many certificates, a line of JSON each. */
export function verifyBatchCommand(context: Context, answer: Answer): Command {
  const command = new Command('batch')
    .description('Verify many certificates as `path verify` does; print a line of JSON for each, in the order given.')
    .argument(
      '<input...>',
      'files (PEM, DER), folders (all *.pem, *.crt, *.cer, *.der below), NDJSON; - is standard input',
    )
    .option(
      '--jobs <count>',
      'threads to use; 1: none; default: none for the first 200, then one for each core',
      jobsOption,
    )
    .option('--chains', 'of several certificates in a file the first is judged, the others may stand between')
    .option('--passed', 'also print the checks that passed');
  return withPathOptions(command)
    .addHelpText('after', HELP)
    .action(async (inputs: readonly string[], options: Options) => {
      const { platform: _platform, algorithms: _algorithms, ...request } = await pathRequestOf(context, options);
      await demandInputs(context, inputs);
      const settings = { request, passed: options.passed ?? false };
      const began = context.now();
      const tally = await judgeAll(context, inputs, settings, options);
      if (tally.total === 0) {
        throw new Unusable(`${inputs.join(', ')}: nothing in it to judge`, {
          next: 'of a folder, files called *.pem, *.crt, *.cer and *.der are read; name others one by one',
        });
      }
      context.note(`quorate: ${tally.words}, in ${context.now() - began} s`);
      answer(tally.exitCode);
    });
}

const HELP = `
A line of NDJSON: {"certificate": "base64 of DER, or PEM"}, and if wanted "id", "intermediates" (a list), "time", "name",
"purpose", which take the place of the options of that name.
A line of the answer: {"id", "verdict", "subject", "path", "policies", "findings"}.

Example:
  quorate verify batch leaf.pem --anchor root.pem --intermediate ca.pem`;

/** Prints the answers as they come. */
async function judgeAll(
  context: Context,
  inputs: readonly string[],
  settings: BatchSettings,
  { jobs, chains = false }: Options,
): Promise<Tally> {
  const tally = new Tally();
  const { startJudge, onInterrupt } = context;
  const most = startJudge === null ? 1 : (jobs ?? context.cores);
  const start = startOf(settings, most === 1 ? null : startJudge, jobs !== undefined);
  let shown = context.now();
  try {
    for await (const { verdict, line } of inOrder(targetsOf(context, inputs, chains), {
      start,
      onInterrupt,
      most,
    })) {
      context.out(`${line}\n`);
      tally.add(verdict);
      await context.drained();
      if (context.progress === null || context.now() === shown) continue;
      shown = context.now();
      context.progress(tally.words);
    }
  } catch (error) {
    context.progress?.('');
    if (error instanceof Unusable) context.note(`quorate: not finished; ${tally.words}`);
    throw error;
  }
  context.progress?.('');
  return tally;
}

/** How a judge is started: in this thread, in another, or in another once there is enough to do. */
function startOf(settings: BatchSettings, thread: Context['startJudge'], atOnce: boolean): () => Judge {
  if (thread === null) return () => judgeHere(settings);
  const another = (): Judge => thread(settings);
  return atOnce ? another : judgeFirstHere(judgeHere(settings), another);
}

/** What is not there at all is a slip of the pen, and better said before anything is judged. */
async function demandInputs(context: Context, inputs: readonly string[]): Promise<void> {
  if (inputs.filter((input) => input === '-').length > 1) {
    throw new Unusable('-: standard input can be read once, and two arguments ask for it');
  }
  for (const input of inputs) {
    if (input !== '-' && (await context.look(input)).kind === 'missing') {
      throw new Unusable(`${input}: there is no such file or folder`);
    }
  }
}

function jobsOption(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs >= 1 && jobs <= 256) return jobs;
  throw new InvalidArgumentError('expected a whole number from 1 to 256');
}
