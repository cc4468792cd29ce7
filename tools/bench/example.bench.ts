import { encodeOid, walkDer } from '@quorate/der';
import type { Benchmark } from './src/benchmark.ts';

/** The smallest example of a benchmark: an OBJECT IDENTIFIER written and checked. */
const text = '1.2.840.113549.1.1.11';
const bytes = encodeOid(text);

export default {
  title: 'OBJECT IDENTIFIER',
  per: 'conversion',
  ours: 'encodeOid',
  subjects: {
    encodeOid: () => encodeOid(text),
    walkDer: () => walkDer(bytes),
  },
} satisfies Benchmark;
