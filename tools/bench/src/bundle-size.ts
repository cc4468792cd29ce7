import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** How large a bundle for browsers is. */
export interface BundleSize {
  /** Octets, minified. */
  readonly minified: number;
  /** Octets, minified and compressed by gzip at its best level: what a browser loads. */
  readonly gzipped: number;
}

/**
 * Bundles a module with everything that it needs, minified, for browsers, and measures it. Packages of this workspace are
 * taken from their source.
 *
 * @param code the module, for instance `export * from 'pkijs'`
 * @param folder where the imports of the module are looked for
 * @throws Error if something that it needs is not there in a browser
 */
export async function bundleSize(code: string, folder: string): Promise<BundleSize> {
  const result = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'ts' },
    absWorkingDir: folder,
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    conditions: ['@quorate/source'],
    logLevel: 'silent',
  });
  const [bundle] = result.outputFiles;
  if (bundle === undefined) throw new Error('there is no bundle');
  return { minified: bundle.contents.length, gzipped: gzipSync(bundle.contents, { level: 9 }).length };
}

/** One thing to be measured, and how it stands in the table of `docs/bundle-size.md`. */
export interface Measured {
  readonly name: string;
  readonly code: string;
}

/** What the packages weigh by themselves. */
export const ours: readonly Measured[] = [
  { name: '`@quorate/verify`', code: "export * from '@quorate/verify'" },
  { name: '`verifyPath` alone', code: "export { verifyPath } from '@quorate/verify'" },
  { name: '`@quorate/verify/request`', code: "export * from '@quorate/verify/request'" },
  { name: '`@quorate/x509`', code: "export * from '@quorate/x509'" },
  { name: '`@quorate/crypto`', code: "export * from '@quorate/crypto'" },
  { name: '`@quorate/lint`', code: "export * from '@quorate/lint'" },
  { name: '`@quorate/der`', code: "export * from '@quorate/der'" },
];

/** Other libraries, in the versions that the benchmarks are compared with. */
export const peers: readonly Measured[] = [
  { name: 'pkijs 4.0.0', code: "export * from 'pkijs'" },
  { name: '@peculiar/x509 2.2.0', code: "export * from '@peculiar/x509'" },
  { name: 'node-forge 1.4.3', code: "export { default } from 'node-forge'" },
  { name: 'jsrsasign 11.1.5', code: "export { default } from 'jsrsasign'" },
];

/** Octets as the table has them, in kilobytes of 1,000. */
export function kilobytes(octets: number): string {
  return (octets / 1000).toFixed(1);
}
