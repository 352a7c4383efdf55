#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const USAGE = `usage: capi-fleet synth [--only CLUSTER[,CLUSTER...]] PROGRAM

Runs the program, a TypeScript or JavaScript file that ends in fleet.run().

  --only CLUSTER  writes these clusters and leaves all others as they are
  --help          prints this text
`;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    });
    const [command, program, ...rest] = positionals;
    if (values.help === true) return say(USAGE, 0);
    if (command !== 'synth') return say(unknownCommand(command), 2);
    if (program === undefined || rest.length > 0) return say(USAGE, 2);
    if (!existsSync(program)) return say(`capi-fleet: there is no file ${program}\n`, 2);
    return run(program, values.only ?? []);
  } catch (error) {
    return say(`capi-fleet: ${error instanceof Error ? error.message : error}\n${USAGE}`, 2);
  }
}

function run(program: string, only: readonly string[]): number {
  const loader = /\.[cm]?ts$/.test(program) ? ['--import', 'tsx'] : [];
  const env = { ...process.env, ...(only.length > 0 && { CAPI_FLEET_ONLY: only.join(',') }) };
  const child = spawnSync(process.execPath, [...loader, program], { stdio: 'inherit', env });
  return child.status ?? 1;
}

function unknownCommand(command: string | undefined): string {
  return command === undefined ? USAGE : `capi-fleet: there is no command ${command}\n${USAGE}`;
}

function say(text: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}
