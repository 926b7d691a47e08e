import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

// `environment` is set in each project because the Solid plugin would switch it to jsdom.
export default defineConfig({
  plugins: [solid({ hot: false })],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'build', environment: 'node', include: ['tests/build/**/*.test.ts'] } },
    ],
  },
});
