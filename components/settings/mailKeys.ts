import { MAIL_PROVIDERS, type MailProvider } from '../../storage/model/notices/rows.ts'

/** Where each provider makes its keys. */
export const KEY_PAGES: Readonly<Record<MailProvider, string>> = {
  resend: 'https://resend.com/api-keys',
  postmark: 'https://account.postmarkapp.com/servers',
  sendgrid: 'https://app.sendgrid.com/settings/api_keys',
  brevo: 'https://app.brevo.com/settings/keys/api',
}

/** How each provider's keys begin; Postmark's are UUIDs. */
const SHAPES: Readonly<Record<MailProvider, RegExp>> = {
  resend: /^re_/,
  postmark: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  sendgrid: /^SG\./,
  brevo: /^xkeysib-/,
}

/** Whose key a text is by its shape; null: of nobody known, which is no reason to refuse it. */
export const keyOwner = (key: string): MailProvider | null =>
  MAIL_PROVIDERS.find(provider => SHAPES[provider].test(key.trim())) ?? null

/** Brevo's other kind of key, which its API refuses. */
export const isSmtpKey = (key: string): boolean => /^xsmtpsib-/.test(key.trim())
