import type { Provider } from './provider';

const registered = new Map<string, Provider>();
let isRead = false;

/**
 * Registers an infrastructure provider of your own, by the kind of its clouds.
 *
 * The module with its cloud class does so when it is imported, before a program selects the installed providers.
 *
 * @throws Error if the providers were read already, or the kind is taken.
 */
export function registerProvider(kind: string, provider: Provider): void {
  if (isRead) {
    throw new Error(
      `provider ${JSON.stringify(kind)} is registered too late; register it before Providers.stable() and Providers.versions()`,
    );
  }
  if (registered.has(kind))
    throw new Error(`provider ${JSON.stringify(kind)} is already registered`);
  registered.set(kind, provider);
}

/** Returns the registered providers; no provider can be registered after this call. */
export function registeredProviders(): Readonly<Record<string, Provider>> {
  isRead = true;
  return Object.fromEntries(registered);
}
