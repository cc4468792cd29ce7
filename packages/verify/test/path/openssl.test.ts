import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  certificateOf,
  type ExtensionParts,
  extension,
  generalName,
  type Pair,
  pathExtension,
  rsaPair,
} from '@quorate/certificates';
import { describeWhere, missingCommand } from '@quorate/ci';
import { encodePem } from '@quorate/der';
import { type PathRequest, verifyPath } from '@quorate/verify';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caExtensions, cn, keyOf, NOW } from './support/pki.ts';
import { nodePlatform } from './support/platforms.ts';
import { type Random, randomOf } from './support/small-cases.ts';

const RUNS = Number(process.env['QUORATE_PATH_OPENSSL_RUNS'] ?? 100);
const SEED = fc.readConfigureGlobal().seed ?? 1;
const SERVER = '1.3.6.1.5.5.7.3.1';
const CLIENT = '1.3.6.1.5.5.7.3.2';
const POLICY = '1.2.3.4';

/** A certificate before it is made; each defect changes one, or what is asked. */
interface Draft {
  subject: string;
  issuer: string;
  key: Pair;
  by: Pair;
  from: number;
  to: number;
  version: number | null;
  extensions: ExtensionParts[];
}

interface Chain {
  /** From the anchor to the target. */
  readonly drafts: Draft[];
  readonly purpose: string | null;
  readonly explicitPolicy: boolean;
}

type Defect = (chain: Chain, random: Random) => void;

const target = ({ drafts }: Chain): Draft => drafts.at(-1) as Draft;
/** One that is not the anchor. */
const any = ({ drafts }: Chain, random: Random): Draft => drafts[1 + random(drafts.length - 1)] as Draft;
/** One that issued the next and is not the anchor, if there is one. */
const someCa = ({ drafts }: Chain, random: Random): Draft | undefined =>
  drafts.length < 3 ? undefined : drafts[1 + random(drafts.length - 2)];
const change = (draft: Draft | undefined, oid: string, ...extensions: ExtensionParts[]): void => {
  if (draft !== undefined) draft.extensions = [...draft.extensions.filter((each) => each.oid !== oid), ...extensions];
};

const SKI = '2.5.29.14';
const KU = '2.5.29.15';
const SAN = '2.5.29.17';
const BC = '2.5.29.19';
const NC = '2.5.29.30';
const POLICIES = '2.5.29.32';
const AKI = '2.5.29.35';
const EKU = '2.5.29.37';
const dns = (name: string): Uint8Array => generalName.dns(name);

/** Most of them break a path; some do not, or only where they stand. */
const DEFECTS: Readonly<Record<string, Defect>> = {
  none: () => {},
  expired: (chain, random) => {
    any(chain, random).to = NOW - 1;
  },
  'not yet valid': (chain, random) => {
    any(chain, random).from = NOW + 1;
  },
  'begins now': (chain, random) => {
    any(chain, random).from = NOW;
  },
  'another key signed': (chain, random) => {
    any(chain, random).by = keyOf(77);
  },
  'another issuer': (chain, random) => {
    any(chain, random).issuer = 'nobody';
  },
  'a CA without basicConstraints': (chain, random) => change(someCa(chain, random), BC),
  'a CA that is none': (chain, random) => change(someCa(chain, random), BC, extension.basicConstraints(false, null)),
  'a CA of version 1': (chain, random) => {
    const draft = someCa(chain, random);
    if (draft === undefined) return;
    draft.version = null;
    draft.extensions = [];
  },
  'a CA that may not sign': (chain, random) => change(someCa(chain, random), KU, extension.keyUsage([0, 6])),
  'a CA without keyUsage': (chain, random) => change(someCa(chain, random), KU),
  'a short path length': (chain, random) =>
    change(someCa(chain, random), BC, extension.basicConstraints(true, random(2))),
  'unknown and critical': (chain, random) => change(any(chain, random), '1.2.3.4.5', pathExtension.unknown(true)),
  'unknown and not critical': (chain, random) => change(any(chain, random), '1.2.3.4.5', pathExtension.unknown(false)),
  'a name that is permitted': (chain, random) => {
    change(someCa(chain, random), NC, pathExtension.nameConstraints([dns('example')]));
    change(target(chain), SAN, pathExtension.subjectAltNames([dns('www.example')]));
  },
  'a name that is not permitted': (chain, random) => {
    change(someCa(chain, random), NC, pathExtension.nameConstraints([dns('example')]));
    change(target(chain), SAN, pathExtension.subjectAltNames([dns('www.test')]));
  },
  'a name that is excluded': (chain, random) => {
    change(someCa(chain, random), NC, pathExtension.nameConstraints([], [dns('example')]));
    change(target(chain), SAN, pathExtension.subjectAltNames([dns('a.example')]));
  },
  'a subject that is excluded': (chain, random) =>
    change(someCa(chain, random), NC, pathExtension.nameConstraints([], [generalName.directory(cn('leaf'))])),
  'the purpose': (chain) => change(target(chain), EKU, extension.extKeyUsage([SERVER])),
  'another purpose': (chain, random) => change(any(chain, random), EKU, extension.extKeyUsage([CLIENT])),
  'no policy': (chain, random) => change(any(chain, random), POLICIES),
  'another policy': (chain, random) =>
    change(any(chain, random), POLICIES, pathExtension.certificatePolicies(['1.2.3.5'])),
  'a policy is required': (chain, random) => {
    change(someCa(chain, random), '2.5.29.36', pathExtension.policyConstraints(0));
    change(any(chain, random), POLICIES);
  },
  'self-issued': (chain, random) => {
    const at = 1 + random(chain.drafts.length - 1);
    const [above, below] = [chain.drafts[at - 1] as Draft, chain.drafts[at] as Draft];
    const key = keyOf(60);
    // two CAs of one name: by key identifiers OpenSSL finds the right one at once, and it does not try a second
    const [first, second] = [Uint8Array.of(1), Uint8Array.of(2)];
    change(above, SKI, extension.subjectKeyIdentifier(first));
    change(below, AKI, extension.authorityKeyIdentifier(second));
    const identifiers = [extension.subjectKeyIdentifier(second), extension.authorityKeyIdentifier(first)];
    const extensions = [...caExtensions(), policies(), ...identifiers];
    chain.drafts.splice(at, 0, { ...above, issuer: above.subject, by: above.key, key, extensions });
    below.by = key;
  },
};

const policies = (): ExtensionParts => pathExtension.certificatePolicies([POLICY]);

describeWhere('random chains, as OpenSSL judges them', missingCommand('openssl'), () => {
  let folder = '';
  let rsa: readonly Pair[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quorate-path-'));
    rsa = [rsaPair(2048), rsaPair(2048), rsaPair(2048)];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function chainOf(random: Random): { readonly chain: Chain; readonly defects: readonly string[] } {
    const length = 2 + random(3);
    const names = ['root', 'a', 'b', 'leaf'];
    const keys = names.map((_, i) => (random(4) === 0 ? (rsa[i % 3] as Pair) : keyOf(40 + i)));
    const drafts = Array.from({ length }, (_, i): Draft => {
      const last = i === length - 1;
      const at = last ? 3 : i;
      const above = Math.max(i - 1, 0);
      return {
        subject: names[at] as string,
        issuer: names[above] as string,
        key: keys[at] as Pair,
        by: keys[above] as Pair,
        from: NOW - 1000,
        to: NOW + 1000,
        version: 2,
        extensions: last ? [policies()] : [...caExtensions(), policies()],
      };
    });
    const chain = { drafts, purpose: random(3) === 0 ? SERVER : null, explicitPolicy: random(4) === 0 };
    const all = Object.keys(DEFECTS);
    const defects = Array.from({ length: random(5) === 0 ? 2 : 1 }, () => all[random(all.length)] as string);
    for (const defect of defects) DEFECTS[defect]?.(chain, random);
    return { chain, defects };
  }

  const derOf = (draft: Draft, serial: number): Uint8Array =>
    certificateOf(
      {
        version: draft.version,
        serialNumber: Uint8Array.of(serial),
        digest: 'sha256',
        issuer: cn(draft.issuer),
        subject: cn(draft.subject),
        notBefore: { type: 'UTCTime', seconds: draft.from },
        notAfter: { type: 'UTCTime', seconds: draft.to },
        spki: draft.key.spki,
        extensions: draft.extensions,
      },
      draft.by,
    );

  /** What OpenSSL answers: `pass` or `fail`, with its words. */
  function openssl(ders: readonly Uint8Array[], { purpose, explicitPolicy }: Omit<Chain, 'drafts'>, time: number) {
    const files = { root: ders.slice(0, 1), pool: ders.slice(1, -1), target: ders.slice(-1) };
    for (const [name, some] of Object.entries(files)) {
      writeFileSync(
        join(folder, `${name}.pem`),
        some.map((bytes) => encodePem({ label: 'CERTIFICATE', bytes })).join(''),
      );
    }
    const args = ['verify', '-attime', String(time), '-CAfile', 'root.pem'];
    if (files.pool.length > 0) args.push('-untrusted', 'pool.pem');
    if (purpose !== null) args.push('-purpose', 'sslserver');
    args.push('-policy_check', '-policy', '2.5.29.32.0');
    if (explicitPolicy) args.push('-explicit_policy');
    const { status, stdout, stderr } = spawnSync('openssl', [...args, 'target.pem'], { cwd: folder, encoding: 'utf8' });
    return { verdict: status === 0 ? 'pass' : 'fail', words: `${stdout}${stderr}` };
  }

  const quorate = (ders: readonly Uint8Array[], { purpose, explicitPolicy }: Omit<Chain, 'drafts'>, time: number) => {
    const request: PathRequest = {
      target: ders.at(-1) as Uint8Array,
      anchors: ders.slice(0, 1),
      intermediates: ders.slice(1, -1),
      time,
      explicitPolicy,
      // OpenSSL lets the purposes of CAs bind
      ...(purpose === null ? {} : { purpose, nestedPurpose: true }),
      platform: nodePlatform,
    };
    return verifyPath(request);
  };

  test(`${RUNS} chains with and without a defect are judged alike, seed ${SEED}`, () => {
    const counts = { pass: 0, fail: 0 };
    for (let run = 0; run < RUNS; run += 1) {
      const { chain, defects } = chainOf(randomOf(SEED + run));
      const ders = chain.drafts.map((draft, i) => derOf(draft, i + 1));
      const theirs = openssl(ders, chain, NOW);
      const { verdict, findings } = quorate(ders, chain, NOW);
      const what = { seed: SEED + run, defects, length: ders.length, asked: [chain.purpose, chain.explicitPolicy] };
      if (verdict !== theirs.verdict) {
        expect({ ...what, verdict, findings: findings.map(({ id }) => id) }).toEqual({ ...what, ...theirs });
      }
      counts[verdict as 'pass' | 'fail'] += 1;
    }
    process.stderr.write(`OpenSSL agrees on ${JSON.stringify(counts)}\n`);
    expect(Math.min(counts.pass, counts.fail)).toBeGreaterThan(RUNS / 10);
  });

  test('every link of a path found is one to node:crypto, and a signature that it refuses is in none', () => {
    let refused = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const { chain } = chainOf(randomOf(SEED + run));
      const ders = chain.drafts.map((draft, i) => derOf(draft, i + 1));
      const certificates = ders.map((der) => new X509Certificate(der));
      const links = certificates.slice(1).map((each, i) => {
        const issuer = certificates[i] as X509Certificate;
        return { signed: each.verify(issuer.publicKey), issued: each.checkIssued(issuer) };
      });
      const { verdict } = quorate(ders, chain, NOW);
      if (verdict === 'pass') expect(links.filter(({ signed, issued }) => !signed || !issued)).toEqual([]);
      if (links.some(({ signed }) => !signed)) {
        refused += 1;
        expect(verdict).toBe('fail');
      }
    }
    expect(refused).toBeGreaterThan(0);
  });

  test('the differences, each with its reason', () => {
    const plain = { purpose: null, explicitPolicy: false };
    const make = (): Draft[] => {
      const { drafts } = chainOf(() => 1).chain;
      return drafts.map((draft) => ({ ...draft, from: NOW - 1000, to: NOW + 1000 }));
    };
    // RFC 5280, 4.1.2.5: the validity includes notAfter; OpenSSL takes that second as past
    const last = make();
    (last.at(-1) as Draft).to = NOW;
    const ders = last.map((draft, i) => derOf(draft, i + 1));
    expect([quorate(ders, plain, NOW).verdict, openssl(ders, plain, NOW).verdict]).toEqual(['pass', 'fail']);
    // RFC 5280, 6.1.1 (d) takes name and key from an anchor; OpenSSL asks its certificate to be valid as well
    const old = make();
    (old[0] as Draft).to = NOW - 1;
    const expired = old.map((draft, i) => derOf(draft, i + 1));
    expect([quorate(expired, plain, NOW).verdict, openssl(expired, plain, NOW).verdict]).toEqual(['pass', 'fail']);
  });
});
