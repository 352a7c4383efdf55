import assert from 'node:assert/strict';
import { stackProgress } from '../../../lib/cli/stack-progress';

const A = { name: 'a', path: 'mothership/a', config: {}, isCloud: false, planned: [] };
const B = { ...A, name: 'b' };
const DONE = { state: 'done', outcome: { changes: { create: 2, same: 1 }, steps: [] } } as const;

describe('stackProgress', () => {
  it('is a line for each beginning and end where there is no terminal', () => {
    const written: string[] = [];
    const progress = stackProgress('up', 2, { write: (text) => written.push(String(text)) > 0 });

    progress.began(A);
    progress.line(A, 'creating');
    progress.ended({ stack: A, ...DONE, seconds: 3.6 });
    progress.ended({ stack: B, state: 'failed', error: '  no', seconds: 1 });
    progress.close();

    assert.deepEqual(written, [
      'up a: started\n',
      '[1/2] up a: create 2, 4 s\n',
      '[2/2] up b: failed, 1 s\n',
    ]);
  });

  it('keeps what is running below the ends on a terminal, within its width', () => {
    const terminal = screen(24);
    const progress = stackProgress('up', 2, terminal);

    progress.began(A);
    progress.line(A, ' +  openstack:networking:Network   creating');
    progress.began(B);
    assert.deepEqual(terminal.lines(), ['  a: + openstack:networ', '  b: ']);

    progress.ended({ stack: A, ...DONE, seconds: 1 });
    assert.deepEqual(terminal.lines(), ['[1/2] up a: create 2, 1 s', '  b: ']);

    progress.ended({ stack: B, state: 'interrupted', seconds: 1 });
    progress.close();
    assert.deepEqual(terminal.lines(), [
      '[1/2] up a: create 2, 1 s',
      '[2/2] up b: interrupted, 1 s',
    ]);
  });
});

/** What a terminal is told to go some lines up and erase what is below. */
const UP = '\u001b[';
const ERASE = 'F\u001b[0J';

function screen(columns: number) {
  let lines: string[] = [''];
  const write = (chunk: string | Uint8Array): boolean => {
    const text = String(chunk);
    const [before = '', after] = text.split(ERASE);
    if (after !== undefined) {
      lines = [...lines.slice(0, -1 - Number(before.replace(UP, ''))), ''];
      return true;
    }
    const [first = '', ...rest] = text.split('\n');
    lines = [...lines.slice(0, -1), `${lines.at(-1)}${first}`, ...rest];
    return true;
  };
  return { isTTY: true, columns, write, lines: () => lines.slice(0, -1) };
}
