import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { deliveries } from './src/build/deliveries.ts';
import { developmentPages } from './src/build/development-pages.ts';
import { gatewayProxy } from './src/build/gateway-proxy.ts';
import { reportViewer } from './src/build/report-viewer.ts';
import { ShippedPackages } from './src/build/shipped-packages.ts';
import { trustedTemplates } from './src/build/trusted-templates.ts';
import { workerScript } from './src/build/worker-script.ts';

const packages = new ShippedPackages();

/** Sent by `npm start`; the README shows them for other servers. The rest of the policy stands in each page. */
const HEADERS = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The report viewer and the worker are built inside plugins, so their time says nothing about the plugins. */
const CHECKS = { bundlerTimings: false };

export default defineConfig({
  appType: 'mpa',
  // Relative, so that the same files work in any folder of any server, and from a disk.
  base: './',
  plugins: [
    solid(),
    trustedTemplates(),
    reportViewer(),
    gatewayProxy(),
    packages.plugin(),
    developmentPages(),
    workerScript(),
    deliveries(packages),
  ],
  worker: {
    format: 'iife',
    plugins: () => [reportViewer(), packages.plugin()],
    rolldownOptions: { checks: CHECKS },
  },
  build: {
    target: ['chrome111', 'edge111', 'firefox128', 'safari17'],
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    // `deliveries` prints the sizes that count.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { checks: CHECKS, output: { format: 'iife' } },
  },
  preview: { headers: HEADERS },
});
