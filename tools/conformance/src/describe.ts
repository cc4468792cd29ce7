import { describeWhere } from '@quorate/ci';
import { conformanceFolder, conformancePlace } from './folder.ts';

/**
 * Vitest's `describe` for tests that read the conformance suites. Without the folder `body` is not called: one skipped
 * test stands in its place and the test command says at its end what was not run; with `CI=true` that one test fails.
 *
 * @param name the suite, for instance `Wycheproof signatures`
 * @param body defines the tests; it may read files of the suites
 */
export function describeConformance(name: string, body: () => void): void {
  const why = `there is no folder \`${conformancePlace()}\`; name one with QUORATE_CONFORMANCE`;
  describeWhere(`conformance: ${name}`, conformanceFolder() === null ? why : null, body);
}
