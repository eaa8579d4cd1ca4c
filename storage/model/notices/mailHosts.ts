import type { MailProvider } from './rows.ts'

/** The one host each provider's API is called at; a key of one provider is never sent to another. */
export const MAIL_HOSTS: Record<MailProvider, string> = {
  resend: 'api.resend.com',
  postmark: 'api.postmarkapp.com',
  sendgrid: 'api.sendgrid.com',
  brevo: 'api.brevo.com',
}

/** The match pattern of a provider's host: what is asked for on the click that chooses the provider. */
export const mailOrigin = (provider: MailProvider): string => `https://${MAIL_HOSTS[provider]}/*`

/** A secret's name in the vault. It says whose API it opens, so that no other host can be given it. */
export type SecretName = `email:${MailProvider}`

/** Whether an address is https on the host that this secret is for, with no port and no user in it. */
export const mayReceive = (name: SecretName, url: string): boolean => {
  const parsed = URL.parse(url)
  const host = Object.entries(MAIL_HOSTS).find(([provider]) => name === `email:${provider}`)?.[1]
  return (
    parsed !== null && host !== undefined && parsed.origin === `https://${host}` && !parsed.username && !parsed.password
  )
}
