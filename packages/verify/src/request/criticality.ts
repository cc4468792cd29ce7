import { differs, type Remark } from './finding.ts';

/** What there is to say of an extension whose criticality was asked for. */
export function criticalityRemarks(
  name: string,
  actual: { readonly critical: boolean } | null,
  requested: boolean | undefined,
): Remark[] {
  if (actual === null || requested === undefined || actual.critical === requested) return [];
  return [differs('criticality', name, `criticality: ${actual.critical ? 'critical' : 'not critical'}`)];
}
