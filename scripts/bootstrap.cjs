// Makes a fresh clone ready: packages of the lock file, what the system lacks (a browser unless --no-browser), types.
// Runs before every npm script, on whatever Node is on the PATH (20 or newer), so: CommonJS and built-in modules only.
// What npm runs after this finds the current Node that package.json brings as a package in node_modules/.bin.
const { execFileSync, spawnSync } = require('node:child_process')
const { existsSync, readFileSync } = require('node:fs')
const { delimiter, join } = require('node:path')
const { createInterface } = require('node:readline/promises')
const { findBrowser } = require('./find-browser.cjs')

const ROOT = join(__dirname, '..')
const BIN = join(ROOT, 'node_modules', '.bin')
const BROWSER_PACKAGES = ['chromium', 'fonts-noto-cjk'] // without a Japanese font Japanese pictures are full of boxes
const ADVICE = 'Install a Chrome, Chromium or Edge, or set CHROME_PATH to one.'

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
  // `ci` begins by deleting the very Node this runs on, which Windows does not allow
  const how = process.platform === 'win32' && existsSync(BIN) ? 'install' : 'ci'
  run('npm', [how, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'])
}

function generateTypes() {
  if (existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) return
  run('wxt', ['prepare'])
}

function isOnPath(name) {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** Node 26 links against libatomic, which small installations of Linux do not have. */
function lacksLibatomic() {
  if (process.platform !== 'linux') return false
  const { status, stderr } = spawnSync(join(BIN, 'node'), ['--version'], { encoding: 'utf8' })
  return status !== 0 && /libatomic/.test(stderr ?? '')
}

function lacksBrowser() {
  try {
    return findBrowser() === undefined
  } catch (error) {
    throw new Unready(error.message)
  }
}

/** What this system has to install, by the names of Debian's packages, and in words. */
function missing(withBrowser) {
  const browser = withBrowser && lacksBrowser()
  const library = lacksLibatomic()
  const packages = [...(library ? ['libatomic1'] : []), ...(browser ? BROWSER_PACKAGES : [])]
  const inWords = [
    ...(library ? ['libatomic, which Node needs'] : []),
    ...(browser ? ['Chrome, Chromium or Edge'] : []),
  ]
  return { packages, inWords: `Not found here: ${inWords.join('; ')}.`, advice: browser ? ADVICE : '' }
}

/** The command that installs it on a system on which this script does not do so itself, if it is known. */
function commandElsewhere(packages) {
  if (process.platform === 'darwin') return 'brew install --cask chromium'
  if (process.platform === 'win32') return 'winget install Google.Chrome'
  const commands = { dnf: 'install', zypper: 'install', pacman: '-S', apk: 'add' }
  const manager = Object.keys(commands).find(isOnPath)
  const names = packages.filter(name => !name.startsWith('fonts-')).map(name => name.replace('libatomic1', 'libatomic'))
  return manager && `sudo ${manager} ${commands[manager]} ${names.join(' ')}`
}

async function agreed(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

/** As root at once, saying so; as somebody else by sudo, after asking. */
async function installOnDebian({ packages, inWords, advice }) {
  const commands = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
  ]
  const isRoot = process.getuid() === 0
  if (isRoot) {
    console.log(`${inWords} Installing ${packages.join(', ')} with apt-get.`)
    process.env.DEBIAN_FRONTEND = 'noninteractive'
  } else {
    const line = commands.map(words => `sudo ${words.join(' ')}`).join(' && ')
    const canAsk = process.stdin.isTTY && isOnPath('sudo')
    if (!canAsk) throw new Unready(`${inWords} Installing that needs root. Run:\n  ${line}`)
    if (!(await agreed(`${inWords} Run "${line}"?`))) throw new Unready(`Nothing was installed. ${advice}`)
  }
  try {
    for (const [command, ...args] of commands) run(isRoot ? command : 'sudo', isRoot ? args : [command, ...args])
  } catch (error) {
    throw new Unready(`${error.message}\n${advice}`)
  }
}

async function completeSystem(withBrowser) {
  const before = missing(withBrowser)
  if (before.packages.length === 0) return
  if (!isOnPath('apt-get')) {
    const command = commandElsewhere(before.packages)
    throw new Unready(`${before.inWords} ${command ? `Run:\n  ${command}\n` : ''}${before.advice}`)
  }
  await installOnDebian(before)
  const after = missing(withBrowser)
  if (after.packages.length > 0) throw new Unready(`apt-get is through, but: ${after.inWords} ${after.advice}`)
}

async function main() {
  installPackages()
  await completeSystem(!process.argv.includes('--no-browser'))
  generateTypes()
}

main().catch(error => {
  console.error(error instanceof Unready ? error.message : `Setting up failed: ${error.message}`)
  process.exit(1)
})
