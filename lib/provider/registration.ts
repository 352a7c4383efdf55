import type { Provider } from './provider';

const registered = new Map<string, Provider>();
let isRead = false;

/**
 * Makes an infrastructure provider of your own known, by the kind of its clouds.
 *
 * The module with the class of its clouds does so when it is imported, before a program says which providers run.
 *
 * @throws Error where the providers were asked for already, or the kind is taken.
 */
export function registerProvider(kind: string, provider: Provider): void {
  if (isRead) {
    throw new Error(
      `the provider ${JSON.stringify(kind)} comes too late; register it before Providers.stable() and Providers.versions()`,
    );
  }
  if (registered.has(kind)) throw new Error(`there is a provider ${JSON.stringify(kind)} already`);
  registered.set(kind, provider);
}

/** Providers that were registered; none can be from now on. */
export function registeredProviders(): Readonly<Record<string, Provider>> {
  isRead = true;
  return Object.fromEntries(registered);
}
