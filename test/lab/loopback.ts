import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { go, goModule } from './go';
import type { Release } from './peers';

interface Listener {
  readonly module: string;
  readonly file: string;
  /** Texts of the file, each with what is there instead. */
  readonly edits: readonly (readonly [was: string, is: string])[];
}

/** Module that every manager is built with. */
const EVERY_MANAGERS = 'sigs.k8s.io/controller-runtime';

/** Servers that listen on every address and have no flag for it. */
const LISTENERS: readonly Listener[] = [
  {
    module: EVERY_MANAGERS,
    file: 'pkg/webhook/server.go',
    edits: [['net.JoinHostPort(s.Options.Host,', 'net.JoinHostPort("127.0.0.1",']],
  },
  {
    module: 'sigs.k8s.io/cluster-api/test',
    file: 'infrastructure/inmemory/pkg/server/mux.go',
    edits: [
      ['fmt.Sprintf(":%d", options.DebugPort)', '"127.0.0.1:0"'],
      ['fmt.Sprintf(":%d", wcl.Port())', 'net.JoinHostPort(m.host, fmt.Sprint(wcl.Port()))'],
    ],
  },
];

/**
 * Has a Go module build a manager with copies of what it needs in which servers listen on loopback only.
 *
 * @throws Error where a release has other lines there
 */
export function keepOnLoopback({ module: own, version }: Release, folder: string): void {
  for (const { module, file, edits } of LISTENERS) {
    if (module !== own && module !== EVERY_MANAGERS) continue;
    const used = module === own ? version : go(folder, 'list', '-m', '-f', '{{.Version}}', module);
    const copy = copyModule(goModule(module, used).dir, module, folder);
    edit(join(copy, file), edits);
  }
}

/** Has a Go module build with a copy of another module, which may be edited. */
export function copyModule(from: string, module: string, folder: string): string {
  const copy = join(folder, module.replaceAll('/', '_'));
  execFileSync('cp', ['-r', '--no-preserve=mode', from, copy]);
  go(folder, 'mod', 'edit', '-replace', `${module}=${copy}`);
  return copy;
}

function edit(file: string, edits: Listener['edits']): void {
  const text = readFileSync(file, 'utf8');
  const lacking = edits.find(([was]) => !text.includes(was));
  if (lacking !== undefined) throw new Error(`${file} does not have ${lacking[0]}`);
  const edited = edits.reduce((before, [was, is]) => before.replaceAll(was, is), text);
  writeFileSync(file, edited);
}
