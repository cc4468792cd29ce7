import type { PathRequest } from '@quorate/verify';
import { pemDer, secondsOf, suiteJson } from './read.ts';

export interface BuilderCase {
  readonly id: string;
  readonly target: string;
  readonly anchors: readonly string[];
  readonly intermediates: readonly string[];
  readonly distrusted?: readonly string[];
  readonly time: string;
  readonly valid: boolean;
  readonly expectedPath?: readonly string[];
  readonly maxPathCertificates?: number;
}

interface BuilderSuite {
  readonly certs: Readonly<Record<string, string>>;
  readonly cases: readonly BuilderCase[];
}

export function builderSuite(): BuilderSuite {
  return suiteJson<BuilderSuite>('boringssl-path-builder/cases.json');
}

/** The limit of the suite counts all certificates; that of a request those between target and anchor. */
export function builderRequest(item: BuilderCase, { certs }: BuilderSuite): PathRequest {
  const der = (name: string): Uint8Array => pemDer(certs[name] as string);
  return {
    target: der(item.target),
    anchors: item.anchors.map(der),
    intermediates: item.intermediates.map(der),
    distrusted: (item.distrusted ?? []).map(der),
    time: secondsOf(item.time),
    ...(item.maxPathCertificates === undefined ? {} : { maxDepth: item.maxPathCertificates - 2 }),
  };
}
