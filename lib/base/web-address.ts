/** Tells whether a text is an address with `https`, without user, query and fragment. */
export function isWebAddress(text: string): boolean {
  const url = tryUrl(text);
  if (url === undefined || url.protocol !== 'https:' || url.hostname === '') return false;
  return url.username === '' && url.password === '' && !/[?#\s]/.test(text);
}

/** Address with `https` that a text was probably meant to be, or undefined where none is seen. */
export function secureAddress(text: string): string | undefined {
  const better = String(text)
    .trim()
    .replace(/^(https?:\/\/|\/\/)?/i, 'https://')
    .replace(/^https:\/\/[^/@]*@/, 'https://')
    .replace(/[?#].*$/, '');
  return /^https:\/\/[^/]*\w/.test(better) && isWebAddress(better) ? better : undefined;
}

/** Host of a URL, or undefined where there is none. */
export function hostOfUrl(url: string): string | undefined {
  return tryUrl(url)?.hostname.replace(/^\[|\]$/g, '');
}

function tryUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
