/** Parts of a container image reference. */
export interface ImageReference {
  /** Registry and path, as written. */
  readonly repository: string;
  /** Tag, which can move to another image. */
  readonly tag?: string;
  /** Digest, which always identifies the same image. */
  readonly digest?: string;
}

const LONGEST = 512;
/** Registry hosts have a dot or a port, which distinguishes them from parts of a path. */
const NAME = '[A-Za-z0-9][A-Za-z0-9.-]*';
const SERVER = String.raw`localhost|${NAME}(?=:\d)|[A-Za-z0-9-]+\.${NAME}|\[[0-9A-Fa-f:.]+\]`;
const HOST = String.raw`(?:${SERVER})(?::\d{1,5})?`;
const PART = String.raw`[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*`;
const TAG = String.raw`\w[\w.-]{0,127}`;
const DIGEST = 'sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}';
const REFERENCE = new RegExp(
  `^((?:${HOST}/)?${PART}(?:/${PART})*)(?::(${TAG}))?(?:@(${DIGEST}))?$`,
);
const WHOLE_DIGEST = new RegExp(`^(?:${DIGEST})$`);

/** Parses a reference such as `registry.k8s.io/etcd:3.5.24-0`, or returns undefined if it is invalid. */
export function tryParseImage(text: unknown): ImageReference | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const [, repository, tag, digest] = REFERENCE.exec(text) ?? [];
  if (repository === undefined) return undefined;
  return {
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** Location of an image, as container runtimes read its name. */
export interface ImageLocation {
  /** Name of the registry. */
  readonly registry: string;
  /** Path in the registry. */
  readonly path: string;
}

/** Returns the registry and path of an image; the registry is Docker Hub if the name has none. */
export function imageLocation({ repository }: Pick<ImageReference, 'repository'>): ImageLocation {
  const [first = '', ...rest] = repository.split('/');
  const hasHost = rest.length > 0 && HOST_PART.test(first);
  const registry = hasHost ? first : DOCKER_HUB;
  const path = hasHost ? rest.join('/') : repository;
  return {
    registry,
    path: registry === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path,
  };
}

/** Registry of images whose name has none. */
export const DOCKER_HUB = 'docker.io';

/** First part of a name that is a registry. */
const HOST_PART = /[.:[]|^localhost$/;

/** Formats a reference for a pod. */
export function imageText({ repository, tag, digest }: ImageReference): string {
  return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** Tells whether a text is an image digest. */
export function isDigest(text: unknown): text is string {
  return typeof text === 'string' && WHOLE_DIGEST.test(text);
}
