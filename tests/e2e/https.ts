import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** Answers one request. What it throws becomes an answer 500 that says so. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export type HttpsServer = {
  readonly port: number
  /** Every request so far, oldest first, as `GET app.hubspot.com/connected-apps/1`. */
  readonly requests: readonly string[]
  /** Ends the server and every open connection. */
  close(): Promise<void>
}

/** Starts an HTTPS server on a free port of loopback, with the self-signed certificate of the tests. */
export async function serveHttps(handler: Handler): Promise<HttpsServer> {
  const read = (name: string) => readFile(new URL(`./certificate/${name}`, import.meta.url))
  const [key, cert] = await Promise.all([read('loopback.key.pem'), read('loopback.cert.pem')])
  const requests: string[] = []
  const server = createServer({ key, cert }, async (request, response) => {
    requests.push(`${request.method} ${request.headers.host}${request.url}`)
    try {
      await handler(request, response)
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(`The test's handler failed: ${error}`)
    }
  })
  server.keepAliveTimeout = 0 // it hangs up on nobody by itself: just then the next request might be on its way
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The handler for one answer of HTML to every request. */
export function html(body: string): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(body)
  }
}
