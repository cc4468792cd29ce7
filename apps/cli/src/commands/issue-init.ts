import { postQuantum } from '@quorate/crypto/post-quantum';
import { type PresetName, presetNames, readProfile } from '@quorate/issue';
import { encodeUtf8 } from '@quorate/syntax';
import { Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { deliver } from '../deliver.ts';
import { ExitCode } from '../exit-code.ts';
import { profileText, type StartingProfile, startingProfile } from '../issue/starting-profile.ts';
import { parseYaml } from '../load/yaml.ts';
import { reading, Unusable } from '../unusable.ts';

interface Options {
  readonly preset?: PresetName;
  readonly output?: string;
}

/** `issue init`: a profile to start from. */
export function issueInitCommand(context: Context, answer: Answer): Command {
  return new Command('init')
    .description('Print a profile to start from, YAML with comments. On a terminal it asks, unless --preset is given.')
    .addOption(new Option('--preset <name>', 'the kind of certificate; default root-ca').choices(presetNames))
    .option('--output <file>', 'write it to this file; one that is there is not touched')
    .addHelpText('after', '\nExample:\n  quorate issue init --preset tls-server --output server.profile.yaml')
    .action(async ({ preset, output }: Options) => {
      if (output !== undefined && (await context.exists(output))) {
        throw new Unusable(`${output}: there is such a file already`);
      }
      const start = preset === undefined && context.ask !== null ? await asked(context.ask, context.now()) : null;
      const text = profileText(start ?? startingProfile(preset ?? 'root-ca', context.now()), presetNames);
      // What was typed may be nothing that a profile can have.
      reading('the answers', () => readProfile(parseYaml('the answers', text), { algorithms: postQuantum }));
      await deliver(context, encodeUtf8(text), output, 'text');
      answer(ExitCode.YES);
    });
}

async function asked(ask: NonNullable<Context['ask']>, now: number): Promise<StartingProfile> {
  const one = async (question: string, otherwise: string): Promise<string> =>
    (await ask(`${question} [${otherwise}]: `)).trim() || otherwise;
  const word = await one(`Kind of certificate (${presetNames.join(', ')})`, 'root-ca');
  const preset = presetNames.find((name) => name === word);
  if (preset === undefined)
    throw new Unusable(`there is no kind \`${word}\``, { next: `one of ${presetNames.join(', ')}` });
  const start = startingProfile(preset, now);
  return {
    ...start,
    commonName: await one('Common name', start.commonName),
    organization: await one('Organization', start.organization),
    country: await one('Country, two capital letters', start.country),
    duration: await one('How long it is valid, as P20Y or P90D, or never', start.duration),
    signatureAlgorithm: await one("Algorithm of the issuer's key", start.signatureAlgorithm),
  };
}
