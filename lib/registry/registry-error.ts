/** Reason, in plain words, why a registry returns no digest of an image. It contains no credentials. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}
