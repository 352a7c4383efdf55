const KEY =
  /^(?:ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)) [A-Za-z0-9+/]{40,}={0,2}(?: [^\r\n]*)?$/;

/** Tells whether a text is one public key, as OpenSSH writes it. */
export function isPublicKey(text: string): boolean {
  return KEY.test(text);
}

/** Public key in a text that holds it otherwise than it should; undefined for none. */
export function decodedKey(text: string): string | undefined {
  const decoded = Buffer.from(text, 'base64').toString();
  return [text.trim(), decoded.trim()].find(isPublicKey);
}
