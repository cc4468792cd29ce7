import type { WithAlgorithms } from '@quorate/crypto';
import { encodeElement, encodeInteger, encodeSequence, encodeTime, isoTime, Tag } from '@quorate/der';
import type { LintReport } from '@quorate/lint';
import type { Finding } from '@quorate/report';
import { IssueError } from '../error.ts';
import { encodeExtensions } from '../extensions.ts';
import { demandAlgorithm, demandFit } from '../key/algorithm.ts';
import { demandTime, derTime } from '../validity.ts';
import { checkTbsCertList } from './check-tbs-cert-list.ts';
import { type CrlNumbers, planCrlExtensions } from './crl-extensions.ts';
import { entryFindings, issuerFindings, olderKey, unknownPrevious } from './crl-findings.ts';
import { readCrlIssuer } from './crl-issuer.ts';
import type { CrlProfile, DroppedRevocation, Revocation } from './crl-profile.ts';
import { encodeEntries } from './encode-entries.ts';
import { EntryReader } from './entry.ts';
import { lintCertList } from './lint-cert-list.ts';
import { readOlderIssuer, readPrevious } from './read-previous.ts';
import { sortEntries } from './sort-entries.ts';
import { demandSuccession } from './succession.ts';

/** With `algorithms`: more kinds of key and signature, such as those of `@quorate/crypto/post-quantum`. */
export interface CertListRequest extends WithAlgorithms {
  readonly profile: CrlProfile;
  /** The certificate of the CRL's issuer, DER. */
  readonly issuer: Uint8Array;
  /** In any order; at most 400,000. */
  readonly revoked: readonly Revocation[];
  /** 0 to 2^159 - 1 (RFC 5280, 5.2.3). */
  readonly crlNumber: bigint | number;
  /** Makes it a delta CRL: the number of the complete CRL that it is to be joined with (5.2.4). */
  readonly baseCrlNumber?: bigint | number;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly thisUpdate: number;
  /** Likewise, after thisUpdate. Default: after the period of the profile. */
  readonly nextUpdate?: number;
  /** The CRL before, DER: the last one of this issuer and scope. */
  readonly previous?: Uint8Array;
  /**
   * The certificate under whose key the CRL before verifies, DER, when that is another than the issuer's: one of an older
   * key of the same issuer, with the same name. That it is the same issuer is for whoever gives it to know.
   */
  readonly previousIssuer?: Uint8Array;
  /** Certificates of the CRL before that may be left out, each with why. */
  readonly dropped?: readonly DroppedRevocation[];
}

/** A TBSCertList, and what a reader should know that its bytes do not say. */
export interface BuiltCertList {
  readonly tbs: Uint8Array;
  /** In a fixed order; ids are `issue.` and a word. None fails: what must not be is refused. */
  readonly decisions: readonly Finding[];
  /** What lint finds in it, by the rules of RFC 5280, practice and HSMs. Without errors: those refuse. */
  readonly lint: LintReport;
}

/** About 16 MiB of entries with a reason. */
const MAX_ENTRIES = 400_000;
/** What the reader takes, 16 MiB, without room for the largest signature. */
const MAX_BYTES = 2 ** 24 - 2 ** 16;
const MAX_PERIOD = 3_155_760_000;

/**
 * The TBSCertList of a CRL (RFC 5280, 5.1.2), version 2, to be signed by its issuer. The issuer's name and, as
 * authorityKeyIdentifier, its subjectKeyIdentifier come from its certificate byte for byte. Entries are sorted: the same
 * list in another order gives the same bytes. What was written is read again and compared, and put to lint, before it is
 * returned.
 *
 * Not decided: whether the issuer's certificate verifies or chains to anything; whether the list is complete; without
 * `previous`, whether the number is higher than the last and no entry was lost.
 *
 * @throws IssueError `algorithm-…`, `issuer-…`, `subject-empty`, `key-…`, `time-invalid`, `dates-inverted`, `crl-…`,
 *   `extension-invalid`, `alternative-name-invalid`, `lint-failed`, and the codes of a distinguished name
 * @throws TypeError for `previousIssuer` without `previous`
 */
export function buildTbsCertList(request: CertListRequest): BuiltCertList {
  const { profile, revoked, thisUpdate, previous, previousIssuer, dropped = [] } = request;
  if (previousIssuer !== undefined && previous === undefined) {
    throw new TypeError('`previousIssuer` goes with `previous`');
  }
  const signatureAlgorithm = demandAlgorithm(profile.signatureAlgorithm, 'signatureAlgorithm');
  const issuer = readCrlIssuer(request.issuer, request);
  demandFit(profile.signatureAlgorithm, issuer.key, 'algorithm-key-mismatch', 'signatureAlgorithm');
  const nextUpdate = demandTimes(request);
  const numbers = demandNumbers(request);
  const extensions = planCrlExtensions(profile, numbers, issuer.keyIdentifier);
  if (revoked.length > MAX_ENTRIES) {
    const [expected, actual] = [`at most ${MAX_ENTRIES} entries`, `${revoked.length}`];
    throw new IssueError('crl-too-large', { path: 'revoked', expected, actual });
  }
  const point = profile.issuingDistributionPoint;
  const reader = new EntryReader({
    thisUpdate,
    delta: numbers.baseCrlNumber !== null,
    indirect: point?.indirectCRL === true,
    onlySomeReasons: point?.onlySomeReasons ?? null,
    issuer: issuer.name,
  });
  const entries = sortEntries(revoked.map((revocation, i) => reader.read(revocation, i)));
  const scope = extensions.find(({ read }) => read === 'issuingDistributionPoint')?.value ?? null;
  const older = previousIssuer === undefined ? null : readOlderIssuer(previousIssuer, issuer, request);
  const succession =
    previous === undefined
      ? [unknownPrevious(dropped.length > 0)]
      : demandSuccession(
          { ...numbers, thisUpdate, scope, entries, dropped, reader },
          readPrevious(previous, older ?? issuer, request),
        );
  const parts = { signatureAlgorithm, issuer: issuer.name.bytes, thisUpdate, nextUpdate, entries, extensions };
  const tbs = encodeTbsCertList(parts);
  checkTbsCertList(tbs, parts);
  const decisions = [
    ...issuerFindings(issuer, { thisUpdate, nextUpdate }, point?.indirectCRL === true),
    ...(older === null ? [] : [olderKey(older)]),
    ...succession,
    ...entryFindings(entries),
  ];
  return { tbs, decisions, lint: lintCertList(tbs) };
}

function demandTimes({ profile: { period }, thisUpdate, nextUpdate }: CertListRequest): number {
  demandTime(thisUpdate, 'thisUpdate');
  if (period !== undefined && !(Number.isInteger(period) && period >= 1 && period <= MAX_PERIOD)) {
    const expected = `whole seconds from 1 to ${MAX_PERIOD}`;
    throw new IssueError('time-invalid', { path: 'period', expected, actual: String(period) });
  }
  const end = nextUpdate ?? (period === undefined ? undefined : thisUpdate + period);
  if (end === undefined) {
    const expected = 'a time, or a period in the profile (RFC 5280, 5.1.2.5)';
    throw new IssueError('time-invalid', { path: 'nextUpdate', expected, actual: 'neither' });
  }
  demandTime(end, 'nextUpdate');
  if (end > thisUpdate) return end;
  const expected = `a time after ${isoTime(thisUpdate)}`;
  throw new IssueError('dates-inverted', { path: 'nextUpdate', expected, actual: isoTime(end) });
}

/** 20 octets with the sign bit clear (RFC 5280, 5.2.3). */
const BEYOND = 1n << 159n;

function demandNumbers({ crlNumber, baseCrlNumber }: CertListRequest): CrlNumbers {
  const number = numberOf(crlNumber, 'crlNumber');
  if (baseCrlNumber === undefined) return { crlNumber: number, baseCrlNumber: null };
  const base = numberOf(baseCrlNumber, 'baseCrlNumber');
  if (base < number) return { crlNumber: number, baseCrlNumber: base };
  const expected = `less than ${number}, the number of the delta CRL`;
  throw new IssueError('crl-number-invalid', { path: 'baseCrlNumber', expected, actual: `${base}` });
}

function numberOf(given: bigint | number, path: string): bigint {
  const number = typeof given === 'number' ? (Number.isSafeInteger(given) ? BigInt(given) : null) : given;
  if (typeof number === 'bigint' && number >= 0n && number < BEYOND) return number;
  const expected = 'a whole number from 0, of at most 20 octets';
  throw new IssueError('crl-number-invalid', { path, expected, actual: String(given) });
}

function encodeTbsCertList(parts: Parameters<typeof checkTbsCertList>[1]): Uint8Array {
  const { entries, extensions } = parts;
  const tbs = encodeSequence(
    encodeInteger(1),
    parts.signatureAlgorithm,
    parts.issuer,
    encodeTime(derTime(parts.thisUpdate)),
    encodeTime(derTime(parts.nextUpdate)),
    // Without entries the list is left out (RFC 5280, 5.1.2.6).
    ...(entries.length === 0 ? [] : [encodeElement(Tag.SEQUENCE, encodeEntries(entries))]),
    encodeExtensions(extensions, 0),
  );
  if (tbs.length <= MAX_BYTES) return tbs;
  const [expected, actual] = [`at most ${MAX_BYTES} octets`, `${tbs.length}`];
  throw new IssueError('crl-too-large', { path: 'tbs', expected, actual });
}
