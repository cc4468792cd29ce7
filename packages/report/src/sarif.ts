import type { ByteRange, Finding, Outcome } from './finding.ts';
import { FINGERPRINT_NAME, fingerprintsOf } from './sarif-fingerprint.ts';
import type {
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifPhysicalLocation,
  SarifResult,
  SarifRule,
} from './sarif-shape.ts';
import type { Report } from './verdict.ts';

/** What there is to say of one finding id, whatever it found. The texts are plain. */
export interface SarifRuleMetadata {
  readonly shortDescription?: string;
  readonly fullDescription?: string;
  readonly help?: string;
  /** An absolute URI of the page about it. */
  readonly helpUri?: string;
  /**
   * How bad a violation is. Written as the default of the rule; and with `note` a finding whose outcome is `warn` has this
   * level in place of `warning`. A `fail` is an `error`, whatever stands here.
   */
  readonly level?: SarifLevel;
}

export interface SarifOptions {
  readonly tool: {
    readonly name: string;
    readonly version: string;
    /** An absolute URI. */
    readonly informationUri?: string;
  };
  /** What was judged: a URI, or a path relative to where the viewer looks, percent-encoded (RFC 3986). Default: not said. */
  readonly artifact?: string;
  /**
   * SHA-256 of the artifact's bytes, lower-case hex, where the artifact is the object judged and no other form of it, such
   * as PEM. Then the bytes that a finding points at, of this object, are a region of the artifact.
   */
  readonly artifactSha256?: string;
  /** By finding id; ids without findings are left out. */
  readonly rules?: Readonly<Record<string, SarifRuleMetadata>>;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, 3.27.9 and 3.27.10: where the kind is not `fail`, the level is `none`. */
const KINDS: Readonly<Record<Outcome, Pick<SarifResult, 'kind' | 'level'>>> = {
  pass: { kind: 'pass', level: 'none' },
  fail: { kind: 'fail', level: 'error' },
  warn: { kind: 'fail', level: 'warning' },
  'not-checked': { kind: 'open', level: 'none' },
};

/**
 * A report as a SARIF 2.1.0 log, for code-scanning services and editors: one run, one result for each finding in the
 * order of the report, passes included. A finding that could not be made is `open`. The place of a finding becomes a
 * logical location; which line of the artifact it is on is not known here, and which bytes only with `artifactSha256`.
 * What SARIF has no place for stands in the properties of the result, and the verdict in those of the run. Fingerprints are explained at `fingerprintsOf`.
 *
 * @returns a value for `JSON.stringify`
 * @throws TypeError when a URI has characters that a URI cannot have, or one that must be absolute is not
 */
export function sarifOf(report: Report, options: SarifOptions): SarifLog {
  const { tool, artifact, artifactSha256, rules: metadata = {} } = options;
  demandUri('tool.informationUri', tool.informationUri, true);
  demandUri('artifact', artifact, false);
  const ids = [...new Set(report.findings.map(({ id }) => id))].sort();
  const indices = new Map(ids.map((id, i) => [id, i]));
  const metadataOf = (id: string): SarifRuleMetadata => (Object.hasOwn(metadata, id) && metadata[id]) || {};
  const rules = ids.map((id) => ruleOf(id, metadataOf(id)));
  const fingerprints = fingerprintsOf(report.findings);
  const results = report.findings.map((finding, i): SarifResult => {
    const fingerprint = fingerprints[i] as string;
    const result = resultOf(finding, indices.get(finding.id) as number, fingerprint, artifact, artifactSha256);
    return result.level === 'warning' && metadataOf(finding.id).level === 'note'
      ? { ...result, level: 'note' }
      : result;
  });
  const { name, version, informationUri } = tool;
  const driver = { name, version, ...(informationUri === undefined ? {} : { informationUri }), rules };
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver }, results, properties: { verdict: report.verdict } }],
  };
}

function ruleOf(id: string, metadata: SarifRuleMetadata): SarifRule {
  const { shortDescription, fullDescription, help, helpUri, level } = metadata;
  demandUri(`rules.${id}.helpUri`, helpUri, true);
  return {
    id,
    ...(shortDescription === undefined ? {} : { shortDescription: { text: shortDescription } }),
    ...(fullDescription === undefined ? {} : { fullDescription: { text: fullDescription } }),
    ...(help === undefined ? {} : { help: { text: help } }),
    ...(helpUri === undefined ? {} : { helpUri }),
    ...(level === undefined ? {} : { defaultConfiguration: { level } }),
  };
}

function resultOf(
  finding: Finding,
  ruleIndex: number,
  fingerprint: string,
  artifact: string | undefined,
  sha256: string | undefined,
): SarifResult {
  const { id, outcome, expected, actual, reference, action, object, bytes } = finding;
  const isArtifact = sha256 !== undefined && (object === undefined || object.sha256 === sha256);
  const location = locationOf(finding.where, artifact, isArtifact ? bytes : undefined);
  const facts = {
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(reference === undefined ? {} : { reference }),
    ...(action === undefined ? {} : { action }),
    ...(object === undefined ? {} : { object }),
    ...(bytes === undefined ? {} : { bytes }),
  };
  return {
    ruleId: id,
    ruleIndex,
    // An outcome unknown here is like one that could not be had, as in `verdictOf`.
    ...(Object.hasOwn(KINDS, outcome) ? KINDS[outcome] : KINDS['not-checked']),
    message: { text: textOf(finding) },
    ...(location === null ? {} : { locations: [location] as const }),
    partialFingerprints: { [FINGERPRINT_NAME]: fingerprint },
    ...(Object.keys(facts).length === 0 ? {} : { properties: facts }),
  };
}

function textOf({ message, expected, actual }: Finding): string {
  const facts = [
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(actual === undefined ? [] : [`found ${actual}`]),
  ];
  return facts.length === 0 ? message : `${message} (${facts.join(', ')})`;
}

function locationOf(where: string, artifact: string | undefined, bytes: ByteRange | undefined): SarifLocation | null {
  if (where === '' && artifact === undefined) return null;
  return {
    ...(artifact === undefined ? {} : { physicalLocation: placeIn(artifact, bytes) }),
    ...(where === '' ? {} : { logicalLocations: [{ name: lastPart(where), fullyQualifiedName: where }] as const }),
  };
}

/** A whole artifact, or a region of it: an offset from its first byte, and a length (3.30.11, 3.30.12). */
function placeIn(uri: string, bytes: ByteRange | undefined): SarifPhysicalLocation {
  const artifactLocation = { uri };
  if (bytes === undefined) return { artifactLocation };
  const { start, end } = bytes;
  return { artifactLocation, region: { byteOffset: start, byteLength: end - start } };
}

/** `groups[1]` of `use.tokens[0].groups[1]`; a place with spaces, as a certificate's subject, is one part. */
function lastPart(where: string): string {
  return /\s/.test(where) ? where : (where.split('.').at(-1) ?? where);
}

/** Characters of RFC 3986, with percent signs only before two hexadecimal digits. */
const URI_REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/;

function demandUri(name: string, uri: string | undefined, absolute: boolean): void {
  if (uri === undefined || (URI_REFERENCE.test(uri) && (!absolute || ABSOLUTE.test(uri)))) return;
  throw new TypeError(`\`${name}\` is not ${absolute ? 'an absolute URI' : 'a URI or a percent-encoded path'}`);
}
