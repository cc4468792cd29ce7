import { postQuantum } from '@quorate/crypto/post-quantum';
import { type LabelledDer, type PathRequest, PeerNameError, parsePeerName } from '@quorate/verify';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Context } from './context.ts';
import { loadDerList, loadDerLists } from './load/der-list.ts';
import { nodePlatform } from './node-platform.ts';
import { isoTimeOption } from './options.ts';
import { isOid, purposeOfWord } from './purpose-word.ts';
import { Unusable } from './unusable.ts';

/** What the commands that judge paths have in common. */
export interface PathOptions {
  readonly anchor?: readonly string[];
  readonly intermediate?: readonly string[];
  readonly crl?: readonly string[];
  readonly ocsp?: readonly string[];
  readonly time?: number;
  readonly purpose?: string;
  readonly nestedPurpose?: boolean;
  readonly name?: PathRequest['peer'];
  readonly policy?: readonly string[];
  readonly explicitPolicy?: boolean;
  readonly inhibitMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
  readonly revocation?: 'hard' | 'soft' | 'off';
  readonly anchorConstraints?: boolean;
  readonly anchorValidity?: boolean;
  readonly distrust?: readonly string[];
  readonly maxDepth?: number;
}

/** Adds them to a command. */
export function withPathOptions(command: Command): Command {
  return command
    .option('--anchor <file...>', 'certificates that you trust, for reasons of your own')
    .option('--intermediate <file...>', 'certificates that may stand between, in any order, trusted with nothing')
    .option('--crl <file...>', 'certificate revocation lists')
    .option('--ocsp <file...>', 'OCSP responses, DER')
    .option('--time <time>', 'the instant that is asked about, ISO 8601; default: now', isoTimeOption)
    .option('--purpose <purpose>', 'what it must be good for: serverAuth, codeSigning, ... or an OID', purposeOption)
    .option('--nested-purpose', 'every CA of the path must be good for the purpose as well')
    .option('--name <name>', 'whom it must name: a DNS name, an IP address or a mail address', nameOption)
    .option(
      '--policy <oid...>',
      'certificate policies that count; that the path must be good for one, only with --explicit-policy',
    )
    .option('--explicit-policy', 'the path must be good for a policy, with --policy for one of those')
    .option('--inhibit-mapping', 'no CA may map policies')
    .option('--inhibit-any-policy', 'anyPolicy stands for nothing')
    .addOption(
      new Option(
        '--revocation <mode>',
        'hard: every certificate must be known not to be revoked; default with --crl or --ocsp',
      ).choices(['hard', 'soft', 'off']),
    )
    .option('--anchor-constraints', "the anchors' own certificates bind the paths below them (RFC 5937)")
    .option('--anchor-validity', 'an expired anchor is none')
    .option('--distrust <file...>', 'certificates that no path may contain')
    .option('--max-depth <number>', 'how many CAs may stand between, 0 to 100, self-issued not counted', depthOption);
}

/** The request that the options amount to, but for the target. */
export async function pathRequestOf(context: Context, options: PathOptions): Promise<Omit<PathRequest, 'target'>> {
  if (options.anchor === undefined) {
    throw new Unusable('--anchor is missing: without something to trust there is no path to look for', {
      next: 'give the certificate of a root that you trust, --anchor root.pem',
    });
  }
  if (options.nestedPurpose === true && options.purpose === undefined) {
    throw new Unusable('--nested-purpose goes with --purpose', { next: 'name the purpose, --purpose serverAuth' });
  }
  if (options.revocation === 'off' && (options.crl ?? options.ocsp) !== undefined) {
    throw new Unusable('--revocation off looks at no --crl and no --ocsp', { next: 'leave one of them out' });
  }
  const certificates = (files: readonly string[] | undefined): Promise<LabelledDer[]> =>
    loadDerLists(context, files, ['CERTIFICATE'], 'certificates, PEM or DER');
  return {
    anchors: await certificates(options.anchor),
    intermediates: await certificates(options.intermediate),
    distrusted: await certificates(options.distrust),
    crls: await loadDerLists(context, options.crl, ['X509 CRL'], 'certificate revocation lists, PEM or DER'),
    ocspResponses: await loadDerLists(context, options.ocsp, ['OCSP RESPONSE'], 'OCSP responses, DER'),
    time: options.time ?? context.now(),
    ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
    nestedPurpose: options.nestedPurpose ?? false,
    ...(options.name === undefined ? {} : { peer: options.name }),
    ...(options.policy === undefined ? {} : { policies: options.policy.map(policyOid) }),
    explicitPolicy: options.explicitPolicy ?? false,
    inhibitPolicyMapping: options.inhibitMapping ?? false,
    inhibitAnyPolicy: options.inhibitAnyPolicy ?? false,
    ...(options.revocation === undefined ? {} : { revocation: options.revocation }),
    anchorChecks: { constraints: options.anchorConstraints ?? false, validity: options.anchorValidity ?? false },
    ...(options.maxDepth === undefined ? {} : { maxDepth: options.maxDepth }),
    platform: nodePlatform,
    algorithms: postQuantum,
  };
}

/** The target, and what else stands in its file: a chain that is delivered with a certificate begins with it. */
export async function loadTarget(
  context: Context,
  file: string,
): Promise<readonly [LabelledDer, readonly LabelledDer[]]> {
  const [target, ...others] = await loadDerList(context, file, ['CERTIFICATE'], 'a certificate, PEM or DER');
  if (target === undefined) throw new Unusable(`${file}: no certificate in it`);
  return [target, others];
}

function purposeOption(text: string): string {
  const oid = purposeOfWord(text);
  if (oid === null) throw new InvalidArgumentError('expected serverAuth, clientAuth, codeSigning, ... or an OID');
  return oid;
}

function policyOid(text: string): string {
  if (isOid(text)) return text;
  throw new Unusable(`--policy ${text}: expected an object identifier`, { next: 'for instance 2.23.140.1.2.1' });
}

function nameOption(text: string): PathRequest['peer'] {
  try {
    return parsePeerName(text);
  } catch (error) {
    if (error instanceof PeerNameError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

function depthOption(text: string): number {
  const depth = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (depth <= 100) return depth;
  throw new InvalidArgumentError('expected a whole number from 0 to 100');
}
