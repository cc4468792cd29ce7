import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** Workspace packages are read from their TypeScript source, so no build is needed before the tests. */
const conditions = ['@quorate/source', ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'tools/*/test/**/*.test.ts'],
    globalSetup: ['./tools/ci/src/global-setup.ts'],
    setupFiles: ['./tools/ci/src/setup.ts'],
    reporters: ['default', './tools/ci/src/totals-reporter.ts'],
    // Nothing here depends on speed; the bounds only end what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
