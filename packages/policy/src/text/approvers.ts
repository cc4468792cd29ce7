import { decodePem, looksLikePem, PemError } from '@quorate/der';
import { Base64Error, decodeBase64, decodeUtf8, Utf8Error } from '@quorate/syntax';
import { ApproverReader } from '../approver-key.ts';
import { PolicyError } from '../error.ts';
import type { Approver } from '../policy.ts';
import { PolicyTextError, type PolicyTextErrorCode, type PolicyTextErrorFacts } from './error.ts';
import { PATH_MAX_CHARACTERS, VALUE_MAX_BYTES } from './limits.ts';
import { shown } from './quote.ts';
import type { Declaration, Place, Value } from './syntax.ts';

/** Gives the bytes of a file that a text names, DER or PEM, or `null` if there is none. */
export type ResolveFile = (path: string) => Uint8Array | null;

const PEM_LABELS = { key: 'PUBLIC KEY', certificate: 'CERTIFICATE' } as const;
type Kind = keyof typeof PEM_LABELS;

/** Makes approvers of declarations; every file is asked for once. */
export class DeclarationReader {
  readonly #resolve: ResolveFile | undefined;
  readonly #files = new Map<string, Uint8Array>();
  readonly #approvers = new ApproverReader();

  constructor(resolve: ResolveFile | undefined) {
    this.#resolve = resolve;
  }

  /** @throws PolicyTextError `base64-invalid`, `file-missing`, `file-invalid`, `key-invalid`, `certificate-invalid`, `limit-exceeded` */
  approver({ kind, name, value, label }: Declaration): Approver {
    if (kind === 'onboarded' || value === null) {
      return { type: 'onboarded_approver_certificate', name: name ?? label, identity: null };
    }
    const bytes = value.kind === 'base64' ? base64Bytes(value.text, value.place) : this.#file(kind, value);
    return this.#read(kind, bytes, name, value.place);
  }

  #read(kind: Kind, bytes: Uint8Array, name: string | null, place: Place): Approver {
    try {
      return kind === 'key' ? this.#approvers.publicKey(bytes, name, '') : this.#approvers.certificate(bytes, name, '');
    } catch (cause) {
      if (!(cause instanceof PolicyError)) throw cause;
      const code = cause.code === 'certificate-invalid' ? 'certificate-invalid' : 'key-invalid';
      throw errorAt(code, place, { cause: cause.cause, suggestion: this.#otherKind(kind, bytes) });
    }
  }

  /** Whether the bytes would do for the other statement. */
  #otherKind(kind: Kind, bytes: Uint8Array): string | undefined {
    try {
      if (kind === 'key') this.#approvers.certificate(bytes, null, '');
      else this.#approvers.publicKey(bytes, null, '');
    } catch (cause) {
      if (cause instanceof PolicyError) return undefined;
      throw cause;
    }
    return kind === 'key' ? 'this is a certificate: write `certificate`' : 'this is a public key: write `key`';
  }

  #file(kind: Kind, { path, place }: Extract<Value, { kind: 'file' }>): Uint8Array {
    const known = this.#files.get(path);
    const bytes = known ?? this.#resolve?.(path) ?? null;
    if (bytes === null) {
      const expected = this.#resolve === undefined ? 'no files: none are given here' : 'a file that can be read';
      throw errorAt('file-missing', place, { expected, actual: shown(path.slice(0, PATH_MAX_CHARACTERS)) });
    }
    if (!(bytes instanceof Uint8Array)) throw new TypeError('`resolve` must give a Uint8Array or null');
    if (bytes.length > VALUE_MAX_BYTES) {
      throw errorAt('limit-exceeded', place, { actual: `a file of ${bytes.length} bytes`, limit: VALUE_MAX_BYTES });
    }
    if (known === undefined) this.#files.set(path, bytes.slice());
    return pemBytes(kind, bytes, place) ?? bytes.slice();
  }
}

function base64Bytes(text: string, place: Place): Uint8Array {
  try {
    return decodeBase64(text);
  } catch (cause) {
    if (!(cause instanceof Base64Error)) throw cause;
    throw errorAt('base64-invalid', place, { cause });
  }
}

/** What is in the one PEM block of a file; `null` if the file is not PEM. */
function pemBytes(kind: Kind, bytes: Uint8Array, place: Place): Uint8Array | null {
  let blocks: ReturnType<typeof decodePem>;
  try {
    const text = decodeUtf8(bytes);
    if (!looksLikePem(text)) return null;
    blocks = decodePem(text);
  } catch (cause) {
    if (cause instanceof Utf8Error) return null;
    if (cause instanceof PemError) throw errorAt('file-invalid', place, { cause });
    throw cause;
  }
  const [block, ...others] = blocks;
  const label = PEM_LABELS[kind];
  const expected = `one PEM block \`${label}\`, or DER`;
  if (block === undefined || others.length > 0) {
    throw errorAt('file-invalid', place, { expected, actual: `${blocks.length} blocks` });
  }
  if (block.label === label) return block.bytes;
  const other = block.label === 'CERTIFICATE' ? 'certificate' : block.label === 'PUBLIC KEY' ? 'key' : null;
  const suggestion = other === null ? undefined : `write \`${other}\` in place of \`${kind}\``;
  throw errorAt('file-invalid', place, { expected, actual: shown(block.label), suggestion });
}

export function errorAt(
  code: PolicyTextErrorCode,
  { line, column }: Place,
  facts: PolicyTextErrorFacts,
): PolicyTextError {
  return new PolicyTextError(code, { ...facts, line, column });
}
