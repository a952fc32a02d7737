/**
 * Returns the host of an address with its port, or the whole text if it has no host: the user can edit the file of the
 * accounts.
 */
export function hostOf(baseUrl: string): string {
  const url = URL.parse(baseUrl);
  // Without `https://`, an address with a port is parsed, but its host is empty.
  return url === null || url.host === '' ? baseUrl : url.host;
}
