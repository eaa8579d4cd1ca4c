// Where is a browser that can run the extension? Built-in modules only: bootstrap.cjs asks this before anything is
// installed, on whatever Node is there.
const { accessSync, constants, statSync } = require('node:fs')
const { delimiter, join } = require('node:path')

/** Chromium first: it obeys --load-extension, which Google's and Microsoft's own builds have dropped. */
const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const IN_APPLICATIONS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const IN_PROGRAM_FILES = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Every place in which a browser may lie, the better first. */
function candidates({ platform, env }) {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])]
    return IN_APPLICATIONS.flatMap(app => folders.map(folder => join(folder, app)))
  }
  if (platform === 'win32') {
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(Boolean)
    return IN_PROGRAM_FILES.flatMap(program => folders.map(folder => join(folder, program)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return NAMES_ON_PATH.flatMap(name => folders.map(folder => join(folder, name)))
}

/** The path of the browser to use, or undefined. CHROME_PATH outranks the search; a wrong one is an error, not a hint. */
function findBrowser(machine = { platform: process.platform, env: process.env }) {
  const chosen = machine.env.CHROME_PATH
  if (chosen) {
    if (isProgram(chosen)) return chosen
    throw new Error(`CHROME_PATH is "${chosen}", and no program is there.`)
  }
  return candidates(machine).find(isProgram)
}

module.exports = { findBrowser }
