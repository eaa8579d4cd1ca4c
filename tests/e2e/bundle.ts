import { build } from 'vite'

/** Bundles a module of the tests into one script that a page can run; its exports stand in the global `name`. */
export async function bundle(entry: URL, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, lib: { entry: entry.pathname, formats: ['iife'], name } },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('vite built nothing')
  return output.output[0].code
}
