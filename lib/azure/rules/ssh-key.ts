const KEY =
  /^(?:ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)) [A-Za-z0-9+/]{40,}={0,2}(?: [^\r\n]*)?$/;

/** Returns whether a text is one public key in OpenSSH format. */
export function isPublicKey(text: string): boolean {
  return KEY.test(text);
}

/** Returns the public key in a text with surrounding spaces or base64 encoding, if any. */
export function decodedKey(text: string): string | undefined {
  const decoded = Buffer.from(text, 'base64').toString();
  return [text.trim(), decoded.trim()].find(isPublicKey);
}
