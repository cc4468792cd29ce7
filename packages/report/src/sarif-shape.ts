import type { Finding } from './finding.ts';
import type { Verdict } from './verdict.ts';

/** The part of a SARIF 2.1.0 log that Quorate writes; the names are those of the OASIS standard. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly results: readonly SarifResult[];
  /** SARIF has no word for the verdict of a whole run. */
  readonly properties: { readonly verdict: Verdict };
}

export interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly informationUri?: string;
  /** One for each finding id in the results, sorted by id. */
  readonly rules: readonly SarifRule[];
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription?: SarifText;
  readonly fullDescription?: SarifText;
  readonly help?: SarifText;
  readonly helpUri?: string;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
}

/** SARIF 2.1.0, 3.27.10, without `none`. */
export type SarifLevel = 'note' | 'warning' | 'error';

export interface SarifResult {
  readonly ruleId: string;
  /** Index into the driver's rules. */
  readonly ruleIndex: number;
  readonly kind: 'pass' | 'fail' | 'open';
  readonly level: 'none' | SarifLevel;
  readonly message: SarifText;
  readonly locations?: readonly [SarifLocation];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  /** The fields of the finding that SARIF has no place for, as they stand. */
  readonly properties?: Pick<Finding, 'expected' | 'actual' | 'reference' | 'action' | 'object' | 'bytes'>;
}

export interface SarifLocation {
  readonly physicalLocation?: SarifPhysicalLocation;
  readonly logicalLocations?: readonly [{ readonly name: string; readonly fullyQualifiedName: string }];
}

export interface SarifPhysicalLocation {
  readonly artifactLocation: { readonly uri: string };
  /** Of a binary artifact, in bytes. */
  readonly region?: { readonly byteOffset: number; readonly byteLength: number };
}

export interface SarifText {
  readonly text: string;
}
