/** `app`, or `app-` with letters and one digit (`app-eu1`): HubSpot's app hosts, one per data centre. */
const HUBSPOT_HOST = /^app(?:-[a-z]+\d)?\.hubspot\.com$/

/** Whether a host name is one of HubSpot's app hosts; nothing else (over https) is ever read or opened as "HubSpot". */
export const isHubSpotHost = (host: string): boolean => HUBSPOT_HOST.test(host)
