import { postQuantum } from '@quorate/crypto/post-quantum';
import { type BuiltTbs, readTbs } from '@quorate/issue';
import { type Manifest, readManifest, rebuildTbs } from '@quorate/issue/manifest';
import { type PendingIssuance, type ReadPendingOptions, readPending } from '@quorate/issue/pending';
import type { JsonValue } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { nodePlatform } from '../node-platform.ts';
import { reading, Unusable } from '../unusable.ts';
import { loadCredential } from './credential.ts';
import { documentInWords } from './document.ts';
import { isObject, parseJsonFile } from './json.ts';
import { kindInWords, kindOf } from './kind.ts';
import { loadPolicy } from './policy.ts';

/** What is going to be a certificate, in one of the forms in which it travels; of each there is a TBS. */
export type Issuance =
  | { readonly kind: 'tbs'; readonly tbs: Uint8Array }
  | { readonly kind: 'manifest'; readonly tbs: Uint8Array; readonly manifest: Manifest; readonly built: BuiltTbs }
  | { readonly kind: 'pending'; readonly tbs: Uint8Array; readonly pending: PendingIssuance };

const EXPECTED = 'a TBSCertificate (DER), a manifest or a pending issuance (JSON)';

/** What an issuance is held against, by the options of `withPendingOptions`. */
export interface PendingFacts {
  readonly policy?: string;
  readonly identity?: string;
  readonly timestampKey?: string;
}

/**
 * Reads what is going to be a certificate. Of a manifest the TBS is made; a pending issuance is verified whole.
 *
 * @param given the bytes of the file, where they have been read
 */
export async function loadIssuance(
  context: Context,
  file: string,
  facts: PendingFacts = {},
  given?: Uint8Array,
): Promise<Issuance> {
  const bytes = given ?? (await context.read(file));
  const kind = kindOf(bytes);
  if (kind === 'binary') {
    reading(file, () => readTbs(bytes), `${file} should be ${EXPECTED}`);
    return { kind: 'tbs', tbs: bytes };
  }
  if (kind !== 'json') throw new Unusable(`${file}: this is ${kindInWords(kind)}, expected ${EXPECTED}`);
  const value = parseJsonFile(file, bytes, EXPECTED);
  const format = isObject(value) ? value['format'] : undefined;
  if (format === 'quorate-manifest') {
    const manifest = reading(file, () => readManifest(value, { algorithms: postQuantum }));
    const built = reading(file, () => rebuildTbs(manifest, { algorithms: postQuantum }));
    return { kind: 'manifest', tbs: built.tbs, manifest, built };
  }
  if (format === 'quorate-pending-issuance') {
    const pending = await pendingOf(context, file, value, facts);
    return { kind: 'pending', tbs: pending.tbs, pending };
  }
  throw new Unusable(`${file}: this is ${documentInWords(value) ?? 'JSON of another shape'}, expected ${EXPECTED}`);
}

/** Reads a manifest. */
export async function loadManifest(context: Context, file: string): Promise<Manifest> {
  const value = parseJsonFile(file, await context.read(file), 'a manifest');
  return reading(file, () => readManifest(value, { algorithms: postQuantum }), `${file} should be a manifest`);
}

/**
 * Reads a pending issuance, and verifies all that is in it.
 *
 * @param bytes of the file, where they have been read
 */
export async function loadPending(
  context: Context,
  file: string,
  facts: PendingFacts = {},
  bytes?: Uint8Array,
): Promise<PendingIssuance> {
  const expected = 'a pending issuance (*.quorate.json)';
  const value = parseJsonFile(file, bytes ?? (await context.read(file)), expected);
  const format = isObject(value) ? value['format'] : undefined;
  if (format === 'quorate-manifest') {
    throw new Unusable(`${file}: this is a manifest, expected ${expected}`, { next: `quorate issue start ${file}` });
  }
  return pendingOf(context, file, value, facts);
}

async function pendingOf(
  context: Context,
  file: string,
  value: JsonValue,
  { policy, identity, timestampKey }: PendingFacts,
): Promise<PendingIssuance> {
  const options: ReadPendingOptions = {
    algorithms: postQuantum,
    platform: nodePlatform,
    ...(policy === undefined ? {} : { policy: (await loadPolicy(context, policy)).policy }),
    ...(identity === undefined ? {} : { identity: identity.toLowerCase().replace(/[\s:]/g, '') }),
    ...(timestampKey === undefined
      ? {}
      : { timestampKey: (await loadCredential(context, timestampKey)).publicKey.spki }),
  };
  return reading(file, () => readPending(value, options), nextFor(file));
}

function nextFor(file: string): string {
  return `take nothing from ${file} until whoever made it has explained this`;
}
