import { leaveOut, write } from '../base/fix';
import type { Rule } from '../base/rule';
import { DOCKER_HUB, imageLocation, tryParseImage } from '../cluster/model/image-reference';
import type { AssembledCluster } from './model';

/** Rules on the image registries of a management cluster. */
export const MANAGEMENT_IMAGE_RULES: readonly Rule<AssembledCluster>[] = [
  {
    id: 'management-image-registry',
    reason:
      'No image is pulled from a key that is not a registry, and a value that is not one cannot replace it.',
    source: 'distribution/reference@main:regexp.go',
    check({ management }, refuse) {
      const { path = '', imageRegistries = {} } = management ?? {};
      for (const [registry, other] of Object.entries(imageRegistries)) {
        const prop = `imageRegistries[${JSON.stringify(registry)}]`;
        if (!isRegistry(registry)) {
          refuse(
            { path, prop: 'imageRegistries' },
            {
              given: registry,
              allowed:
                'registries as they appear in image names, such as "registry.k8s.io" or "docker.io"',
              fix: leaveOut(),
            },
          );
        } else if (!isPlace(other)) {
          const better = betterPlace(other);
          refuse(
            { path, prop },
            {
              given: other,
              allowed: 'a registry with an optional path, such as "registry.example.org/mirror"',
              fix: better === undefined ? leaveOut() : write(better),
            },
          );
        }
      }
    },
  },
];

function isRegistry(text: string): boolean {
  return locationOf(text)?.registry === text;
}

/** Tells whether a text can be the prefix of an image name; a bare name would refer to Docker Hub. */
function isPlace(text: string): boolean {
  const location = locationOf(text);
  return (
    location !== undefined && (location.registry !== DOCKER_HUB || text.startsWith(DOCKER_HUB))
  );
}

function locationOf(place: string) {
  const parsed = tryParseImage(`${place}/x`);
  return parsed === undefined || parsed.tag !== undefined ? undefined : imageLocation(parsed);
}

/** Returns the place that a text was probably meant to be, without protocol and trailing slash. */
function betterPlace(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/+$/, '');
  return plain !== text && isPlace(plain) ? plain : undefined;
}
