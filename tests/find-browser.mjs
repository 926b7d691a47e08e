// Finds a Chromium or Chrome on this machine, or brings Debian's. No test downloads a browser of its own.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder
      ? [
          'Google/Chrome/Application/chrome.exe',
          'Chromium/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ].map((file) => join(folder, file))
      : [];
  }),
};

/** Path of a Chromium, Chrome or Edge: `DOUBLET_CHROMIUM` if set, else the first in the usual places; or null. */
export function findBrowser() {
  const chosen = process.env.DOUBLET_CHROMIUM;
  if (chosen) return runs(chosen) ? chosen : null;
  return [...inPath(NAMES), ...(PLACES[process.platform] ?? [])].find(runs) ?? null;
}

/** Path of a Firefox: `DOUBLET_FIREFOX` if set, else the first in the usual places; or null. */
export function findFirefox() {
  const chosen = process.env.DOUBLET_FIREFOX;
  if (chosen) return runs(chosen) ? chosen : null;
  const places = {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: [join(process.env.PROGRAMFILES ?? '', 'Mozilla Firefox/firefox.exe')],
  };
  return [...inPath(['firefox-esr', 'firefox']), ...(places[process.platform] ?? [])].find(runs) ?? null;
}

/** Path of a Python that has openpyxl, which reads the Excel report back; or null. */
export function findPython() {
  for (const python of ['/usr/bin/python3', 'python3', 'python', 'py']) {
    try {
      execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' });
      return python;
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

/** Path of LibreOffice, which opens the files as people do; or null. */
export function findOffice() {
  return inPath(['soffice']).find(runs) ?? null;
}

/** Installs Debian packages if this is Debian (or a child of it) and we may; says whether it did. */
export function installDebian(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  const quiet = {
    stdio: 'pipe',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
    return true;
  } catch (error) {
    console.error(String(error.stderr ?? error));
    return false;
  }
}

function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
