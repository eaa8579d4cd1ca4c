import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

/** These read what `wxt build` wrote. */
const NEED_THE_BUILD = ['tests/manifest.test.ts', 'tests/bundle-sizes.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...NEED_THE_BUILD],
          testTimeout: 60_000, // a busy machine is slow, not wrong
        },
      },
      { test: { name: 'built', include: NEED_THE_BUILD } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false, // one browser at a time, so that times mean something
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } }, // what must come sooner says so itself
        },
      },
    ],
  },
})
