import { type Policy, PolicyError, readPolicyJson } from '@quorate/policy';
import { Base64Error, decodeBase64, joinPath, readShape, ShapeError } from '@quorate/syntax';
import type { TbsRequest } from '../build-tbs.ts';
import { IssueError } from '../error.ts';
import { type ReadProfileOptions, readProfile } from '../read-profile.ts';
import { demandKnownMembers } from './known-members.ts';
import type { Manifest, ManifestJson } from './manifest.ts';
import { MANIFEST_MEMBERS, manifestShape } from './manifest-shape.ts';
import { manifestJson, unlistedAlgorithms } from './write-manifest.ts';

export interface ReadManifestOptions extends ReadProfileOptions {
  /** Where it stands in its document, as a prefix to the paths of errors; default: the whole. */
  readonly path?: string;
}

type Malformed = 'manifest-malformed' | 'pending-malformed';

/**
 * The manifest of what `buildTbs` is given. Its bytes are copies; its profile is as `readProfile` reads it.
 *
 * @throws IssueError the codes of a profile, `manifest-malformed`
 */
export function createManifest(request: TbsRequest): Manifest {
  const { profile, issuer, publicKey = null, csr = null, randomBytes = null, policy } = request;
  const json = manifestJson({ profile, issuer, publicKey, csr, randomBytes, policy });
  return readManifest(json, { algorithms: { signatureAlgorithms: unlistedAlgorithms(profile) } });
}

/**
 * A manifest from parsed JSON. Strict: no unknown members, base64 in its one spelling. Whether a TBS can be made of it is
 * for `rebuildTbs` to say.
 *
 * @param value from `parseJson`, which bounds it and refuses duplicate members
 * @throws IssueError `manifest-malformed`, and the codes of a profile with their path below `profile`
 */
export function readManifest(value: unknown, { path = '', algorithms }: ReadManifestOptions = {}): Manifest {
  demandKnownMembers(value, MANIFEST_MEMBERS, path, 'manifest-malformed');
  const json = shapeOf(value, path);
  // As they came: the shape leaves out members with certain names, which their own readers are to refuse.
  const { profile, policy } = value as ManifestJson;
  const bytes = (name: 'publicKey' | 'csr' | 'randomBytes'): Uint8Array | null => {
    const text = json[name];
    return text === undefined ? null : readBytes(text, joinPath(path, name), 'manifest-malformed');
  };
  const [publicKey, csr] = [bytes('publicKey'), bytes('csr')];
  if (publicKey === null && csr === null) {
    const expected = 'a public key here or a certification request in `csr`';
    throw new IssueError('manifest-malformed', { path: joinPath(path, 'publicKey'), expected, actual: 'neither' });
  }
  return {
    profile: below(joinPath(path, 'profile'), () => readProfile(profile, { algorithms })),
    issuer: json.issuer === 'self' ? 'self' : readBytes(json.issuer, joinPath(path, 'issuer'), 'manifest-malformed'),
    publicKey,
    csr,
    randomBytes: bytes('randomBytes'),
    policy: policy === undefined ? undefined : readPolicy(policy, joinPath(path, 'policy'), 'manifest-malformed'),
  };
}

function shapeOf(value: unknown, path: string): ManifestJson {
  try {
    return readShape(manifestShape, value, path);
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const { expected, actual } = cause;
    throw new IssueError('manifest-malformed', { path: cause.path, expected, actual, cause });
  }
}

/** The bytes of base64 text. */
export function readBytes(text: string, path: string, code: Malformed): Uint8Array {
  try {
    return decodeBase64(text);
  } catch (cause) {
    if (cause instanceof Base64Error) throw new IssueError(code, { path, cause });
    throw cause;
  }
}

/** A policy in its REST form. */
export function readPolicy(value: object | null, path: string, code: Malformed): Policy | null {
  try {
    return readPolicyJson(value, { path });
  } catch (cause) {
    if (cause instanceof PolicyError) throw new IssueError(code, { path: cause.path ?? path, cause });
    throw cause;
  }
}

/** Runs a reader whose paths begin at its own value, and puts where that stands before them. */
function below<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof IssueError)) throw cause;
    const { code, expected, actual } = cause;
    const facts = { ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }) };
    throw new IssueError(code, { path: cause.path === '' ? path : joinPath(path, cause.path), ...facts, cause });
  }
}
