import { verifyPath } from '@quorate/verify';
import { threeCertificates } from './three-certificates.ts';

/** Certificates judged between two looks at the heap. */
const STEP = 10_000;
/** Above the noise of a heap after a full collection. */
const GROWTH_BYTES = 4 * 1024 * 1024;

const total = Number(process.argv[2] ?? 100_000);
const collect = globalThis.gc;
if (collect === undefined) throw new Error('start it with --expose-gc');

/**
 * The same path with another serial number in the target each time: other bytes, whose signature is taken as good. The
 * serial numbers of these certificates are the letters of their subjects.
 */
const { root, ca, leaf, request } = threeCertificates('P-256');
const serial = Buffer.from(leaf).indexOf(Buffer.from('www.example.com')) + 8;

const heaps: number[] = [];
for (let done = 0; done < total; ) {
  for (let i = 0; i < STEP; i++, done++) {
    const target = leaf.slice();
    new DataView(target.buffer).setUint32(serial, 0x10000000 + done);
    const { verdict } = verifyPath({
      ...request,
      target,
      anchors: [root.slice()],
      intermediates: [ca.slice()],
      platform: () => true,
    });
    if (verdict !== 'pass') throw new Error(`certificate ${done}: ${verdict}`);
  }
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  heaps.push(heapUsed + arrayBuffers);
  process.stdout.write(`${done} certificates: ${((heapUsed + arrayBuffers) / 2 ** 20).toFixed(2)} MiB\n`);
}
// A look may fall on a moment when the engine holds more: the least of each half tells what stays.
const half = heaps.length >> 1;
const growth = Math.min(...heaps.slice(half)) - Math.min(...heaps.slice(0, half));
process.stdout.write(`growth from the first half to the second: ${(growth / 1024).toFixed(0)} KiB\n`);
process.exitCode = growth > GROWTH_BYTES ? 1 : 0;
