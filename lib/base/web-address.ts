/** Tells whether a text is an `https` URL without user, query and fragment. */
export function isWebAddress(text: string): boolean {
  const url = tryUrl(text);
  if (url === undefined || url.protocol !== 'https:' || url.hostname === '') return false;
  return url.username === '' && url.password === '' && !/[?#\s]/.test(text);
}

/** Returns the `https` URL that a text was probably meant to be, or undefined. */
export function secureAddress(text: string): string | undefined {
  const better = String(text)
    .trim()
    .replace(/^(https?:\/\/|\/\/)?/i, 'https://')
    .replace(/^https:\/\/[^/@]*@/, 'https://')
    .replace(/[?#].*$/, '');
  return /^https:\/\/[^/]*\w/.test(better) && isWebAddress(better) ? better : undefined;
}

/** Returns the host of a URL, or undefined if there is none. */
export function hostOfUrl(url: string): string | undefined {
  return tryUrl(url)?.hostname.replace(/^\[|\]$/g, '');
}

function tryUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
