import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import { SUITES } from './tools/conformance/src/suites.ts';
import house from './vitest.config.ts';

const { test, ...rest } = house;
const { include, reporters, ...settings } = test ?? {};

/** The configuration of the house, for the tests that run the suites and nothing else. */
export default mergeConfig(
  { ...rest, test: settings },
  defineConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    test: {
      include: [...new Set(SUITES.flatMap(({ tests }) => tests))],
      reporters: [fileURLToPath(new URL('tools/conformance/src/table-reporter.ts', import.meta.url))],
    },
  }),
);
