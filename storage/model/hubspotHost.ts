/** `app`, or `app-` with letters and one digit (`app-eu1`): HubSpot's app hosts, one per data centre. */
const HUBSPOT_HOST = /^app(?:-[a-z]+\d)?\.hubspot\.com$/

/** Whether a host name is one of HubSpot's app hosts; nothing else (over https) is ever read or opened as "HubSpot". */
export const isHubSpotHost = (host: string): boolean => HUBSPOT_HOST.test(host)

/** `url` if it is https on one of HubSpot's app hosts, else null: what a page or file told is not trusted. */
export const hubspotUrl = (url: string): string | null => {
  const parsed = URL.parse(url)
  return parsed && parsed.protocol === 'https:' && isHubSpotHost(parsed.hostname) && !parsed.username && !parsed.port
    ? parsed.href
    : null
}

/** Where a person who has not chosen an account yet finds the page: HubSpot sends them on to their own account. */
export const CONNECTED_APPS_START = 'https://app.hubspot.com/l/connected-apps/'
