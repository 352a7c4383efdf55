import { resolve } from 'node:path';
import { tryParseImage } from '../cluster/model/image-reference';
import { tagged } from '../cluster/model/images';
import type { FleetImages } from '../output/fleet-images';
import { writeImageDigests } from '../output/images-file';
import { isSafeAddress } from '../registry/registry-address';
import { resolveImages } from '../registry/resolve-images';
import { type Command, FLAG, LIST, namesIn, type OptionValues, UsageError } from './command';
import { print } from './plan-command';
import { askProgram } from './program';

/** Lists the images of a fleet, or writes their digests to the file that synth reads. */
export const imagesCommand: Command = {
  options: { json: FLAG, resolve: FLAG, mirror: LIST },

  async run(program, values) {
    const mirrors = mirrorsOf(values);
    const resolves = values.resolve !== undefined;
    const json = resolves || values.json !== undefined;
    const answer = await askProgram(program, { command: 'images', json, selection: {} });
    if (answer === undefined || !resolves) return print(answer);
    return writeDigests(JSON.parse(answer) as FleetImages, mirrors);
  },
};

/** Writes the digests of all images that have tags, or nothing where a registry does not give one. */
async function writeDigests(
  { file, images }: FleetImages,
  mirrors: Readonly<Record<string, string>>,
): Promise<number> {
  const names = images.filter(({ pinnable }) => pinnable).map(({ image }) => image);
  const asked = names.filter((image) => tryParseImage(image)?.digest === undefined);
  const { digests, failures } = await resolveImages(
    asked.map(tagged),
    { mirrors },
    (done, image) => {
      process.stderr.write(`${done} of ${asked.length}: ${image}\n`);
    },
  );
  const reasons = Object.entries(failures);
  if (reasons.length > 0) {
    for (const [image, reason] of reasons) process.stderr.write(`${image}: ${reason}\n`);
    const count = reasons.length === 1 ? '1 image has' : `${reasons.length} images have`;
    process.stderr.write(`${count} no digest; nothing was written\n`);
    return 1;
  }
  writeImageDigests(file, digests);
  const count = asked.length === 1 ? '1 image' : `${asked.length} images`;
  process.stderr.write(`${resolve(file)} has the digests of ${count}\n`);
  return 0;
}

function mirrorsOf(values: OptionValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    namesIn(values, 'mirror').map((text) => {
      const [registry = '', ...rest] = text.split('=');
      const address = rest.join('=');
      if (registry !== '' && isSafeAddress(address)) return [registry, address];
      throw new UsageError(
        '--mirror wants REGISTRY=URL with https and without a password, such as docker.io=https://mirror.example.org/v2/docker.io',
      );
    }),
  );
}
