import { loadAll } from 'js-yaml';

/** Host, or something of the form of one, wherever it stands in a text. */
const HOST = /[$\w-]+(?:\.[$\w-]+)*\.[a-z]{2,}(?![\w.-])/gi;

/** Domains that stand in names of kinds, labels, annotations, taints and drivers. */
const NAMING = ['argoproj.io', 'fluxcd.io', 'k8s.io', 'kubernetes.io', 'openstack.org', 'x-k8s.io'];

/** Ends of names of files and units, and of services inside of a cluster. */
const ENDINGS = /\.(ca|conf|crt|d|json|key|local|log|pem|service|sh|sock|svc|toml|txt|yaml|yml)$/;

/** Object of a file, as YAML. */
export type Parsed = Readonly<Record<string, unknown>>;

/** Objects of a file, with those inside of its texts. */
export function parsed(text: string): readonly Parsed[] {
  return loadAll(text).filter((one): one is Parsed => typeof one === 'object' && one !== null);
}

/** Hosts in objects that are of no domain that is known, whatever asks for them. */
export function foreignHosts(text: string, known: readonly string[]): string[] {
  return parsed(text)
    .flatMap((object) => [...texts(object)])
    .flatMap((one) => one.match(HOST) ?? [])
    .filter((host) => !isNear(host, [...NAMING, ...known]) && !ENDINGS.test(host));
}

/** Images that objects name, in themselves or in texts that they carry. */
export function imagesOf(text: string): string[] {
  return Array.from(text.matchAll(/image: ['"]?([^\s'"]+)/g), ([, image = '']) => image);
}

/** Registry of an image as containerd understands its name. */
export function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && /[.:]/.test(first) ? first : 'docker.io';
}

function isNear(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield key;
    yield* texts(inner);
  }
}
