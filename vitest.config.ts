import { availableParallelism } from 'node:os';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { reportViewer } from './src/build/report-viewer.ts';

// `environment` is set everywhere because the Solid plugin would switch it to jsdom.
export default defineConfig({
  plugins: [solid({ hot: false }), reportViewer()],
  test: {
    environment: 'node',
    // Read as text, for the fills of the Excel report.
    css: { include: [/group-colours\.css/] },
    // Not UTC: what is seen in another zone must be found, copied and said as it is seen.
    env: { TZ: 'America/New_York' },
    // Random tests take their time on a busy machine; how long they take is not what they test.
    testTimeout: 120_000,
    // On two cores one worker is the default, which leaves half of the machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The modules are read once for all files of a worker: that is half of the time. A test takes back what it replaces.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/**/*.slow.test.ts'],
        },
      },
      // Random tests of many runs and large inventories: `npm run slow`, and `npm test` with all others.
      {
        extends: true,
        test: { name: 'slow', environment: 'node', include: ['tests/unit/**/*.slow.test.ts'] },
      },
      { extends: true, test: { name: 'build', environment: 'node', include: ['tests/build/**/*.test.ts'] } },
    ],
  },
});
