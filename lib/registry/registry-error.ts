/** Why a registry gives no digest of an image, in words for people; it names no credential. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}
