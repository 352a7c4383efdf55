import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { tryParseImage } from '../cluster/model/image-reference';
import { tagged } from '../cluster/model/images';
import type { FleetImages } from '../output/fleet-images';
import { writeImageDigests } from '../output/images-file';
import { isSafeAddress } from '../registry/registry-address';
import { resolveImages } from '../registry/resolve-images';
import { type End, jsonOption, newCommand, print, programArgument, programOf } from './command';
import { askForText } from './program';

type Mirrors = Readonly<Record<string, string>>;

interface ImagesOptions {
  readonly resolve?: true;
  readonly mirror: Mirrors;
  readonly json?: true;
}

/** Lists the images of a fleet, or writes their digests to the file that synth reads. */
export function imagesCommand(end: End): Command {
  return newCommand(
    'images',
    'list the images of a fleet, and resolve their digests',
    'list the images that machines of the fleet pull: of addons and their payloads, of static pods, and of kubeadm',
  )
    .addArgument(programArgument())
    .option(
      '--resolve',
      'ask the registries for the digests, without credentials, and write them to images.json or the imagesFile of the fleet; the next synth writes them beside the tags. If one digest cannot be resolved, nothing is written and the exit code is 1',
    )
    .addOption(
      new Option(
        '--mirror <registry=url>',
        'ask this address instead of a registry, such as docker.io=https://mirror.example.org/v2/docker.io',
      )
        .default({}, 'none')
        .argParser(appendMirrors),
    )
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: ImagesOptions) => {
      const json = options.resolve === true || options.json === true;
      const command = { command: 'images', json, selection: {} } as const;
      const answer = await askForText(programOf(named), command);
      if (answer === undefined || options.resolve === undefined) end(print(answer));
      else end(await writeDigests(JSON.parse(answer) as FleetImages, options.mirror));
    });
}

/** Writes the digests of all images that have tags, or nothing where a registry does not give one. */
async function writeDigests({ file, images }: FleetImages, mirrors: Mirrors): Promise<number> {
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

function appendMirrors(text: string, before: Mirrors): Mirrors {
  const given = text.split(',').filter((one) => one !== '');
  return { ...before, ...Object.fromEntries(given.map(mirrorOf)) };
}

function mirrorOf(text: string): readonly [registry: string, address: string] {
  const [registry = '', ...rest] = text.split('=');
  const address = rest.join('=');
  if (registry !== '' && isSafeAddress(address)) return [registry, address];
  throw new InvalidArgumentError(
    'It takes REGISTRY=URL with https and without a password, such as docker.io=https://mirror.example.org/v2/docker.io.',
  );
}
