// Makes a fresh clone ready: packages of the lock file, generated types, and a browser unless --no-browser.
// Runs before every npm script, on whatever Node is on the PATH (20 or newer), so: CommonJS and built-in modules only.
// What npm runs after this finds the current Node that package.json brings as a package in node_modules/.bin.
const { execFileSync, spawnSync } = require('node:child_process')
const { existsSync, readFileSync } = require('node:fs')
const { delimiter, join } = require('node:path')
const { createInterface } = require('node:readline/promises')
const { findBrowser } = require('./find-browser.cjs')

const ROOT = join(__dirname, '..')
const BIN = join(ROOT, 'node_modules', '.bin')
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'] // without a Japanese font every Japanese screenshot is boxes

/** A failure that a person can mend: its message is the whole output, with no stack. */
class Unready extends Error {}

function run(command, args) {
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` }
  execFileSync(command, args, { cwd: ROOT, env, stdio: 'inherit', shell: process.platform === 'win32' })
}

function readPackages(path) {
  if (!existsSync(path)) return undefined
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/**
 * Whether node_modules is what package-lock.json says. npm leaves its own copy of the lock file behind when an install
 * has come to its end, so a broken-off install, another branch's and a hand-made one all show.
 */
function isInstalled() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'))
  const present = readPackages(join(ROOT, 'node_modules', '.package-lock.json'))
  if (wanted === undefined || present === undefined) return false
  const same = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (found === undefined) return entry.optional === true // a build for another system
    return found.version === entry.version && found.integrity === entry.integrity
  })
  return same && Object.keys(present).every(path => path in wanted)
}

function installPackages() {
  if (isInstalled()) return
  console.log('Installing the packages of package-lock.json.')
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'])
}

function generateTypes() {
  if (existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) return
  run('wxt', ['prepare'])
}

function isOnPath(name) {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined
}

async function agreed(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

/** The command that brings a browser on a system on which this script does not install one itself, if it is known. */
function commandFor(platform) {
  if (platform === 'darwin') return 'brew install --cask chromium'
  if (platform === 'win32') return 'winget install Google.Chrome'
  const commands = { dnf: 'install', zypper: 'install', pacman: '-S', apk: 'add' }
  const manager = Object.keys(commands).find(isOnPath)
  return manager && `sudo ${manager} ${commands[manager]} chromium`
}

async function installBrowserOnDebian() {
  const commands = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES],
  ]
  const isRoot = process.getuid() === 0
  if (isRoot) {
    console.log(`No Chrome, Chromium or Edge found. Installing ${DEBIAN_PACKAGES.join(' and ')} with apt-get.`)
    process.env.DEBIAN_FRONTEND = 'noninteractive'
  } else {
    const inWords = commands.map(words => `sudo ${words.join(' ')}`).join(' && ')
    if (!process.stdin.isTTY || !isOnPath('sudo')) {
      throw new Unready(`No Chrome, Chromium or Edge found, and installing one needs root. Run:\n  ${inWords}`)
    }
    if (!(await agreed(`No Chrome, Chromium or Edge found. Run "${inWords}"?`))) {
      throw new Unready('Patchbay needs a Chrome, Chromium or Edge. Install one, or set CHROME_PATH to it.')
    }
  }
  try {
    for (const [command, ...args] of commands) run(isRoot ? command : 'sudo', isRoot ? args : [command, ...args])
  } catch (error) {
    throw new Unready(`${error.message}\nInstall a Chrome, Chromium or Edge by hand, or set CHROME_PATH to one.`)
  }
}

async function bringBrowser() {
  let found
  try {
    found = findBrowser()
  } catch (error) {
    throw new Unready(error.message)
  }
  if (found !== undefined) return
  if (!isOnPath('apt-get')) {
    const command = commandFor(process.platform)
    const advice = command === undefined ? 'Install one' : `Run:\n  ${command}\n`
    throw new Unready(`No Chrome, Chromium or Edge found. ${advice} or set CHROME_PATH to one.`)
  }
  await installBrowserOnDebian()
  if (findBrowser() === undefined) {
    throw new Unready('apt-get has installed chromium, but no chromium is on the PATH. Set CHROME_PATH to a browser.')
  }
}

async function main() {
  installPackages()
  generateTypes()
  if (!process.argv.includes('--no-browser')) await bringBrowser()
}

main().catch(error => {
  console.error(error instanceof Unready ? error.message : `Setting up failed: ${error.message}`)
  process.exit(1)
})
