import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { kubernetesOrSkip } from '../lab/needs';
import { type KubernetesLab, startManagementCluster } from '../lab/start';
import { DocPage, shellCommands } from '../support/doc-page';
import { run } from '../support/lab';
import { LivingCluster } from '../support/living-cluster';
import { StartedProject, withDiff } from '../support/started-project';

const PAGE = new DocPage('getting-started.md');
const LAPTOP = PAGE.section('## Laptop');
const MINUTES = 60_000;

/** Commands for tools and machines that the lab has in another way, or whose pods no simulated machine runs. */
const ELSEWHERE: readonly RegExp[] = [
  /^cd /,
  /^npm install$/,
  /^kind /,
  /^clusterctl /,
  /^kubectl wait deployment /,
  / rollout status /,
  / create deployment /,
  / wait job\//,
  / apply -f batch\.yaml$/,
];

describe('the laptop path of docs/getting-started.md', function () {
  this.timeout(10 * MINUTES);
  const project = new StartedProject();
  let lab: KubernetesLab;
  let cluster: LivingCluster;
  let steps: ReadonlyMap<string, readonly (readonly string[])[]>;

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    lab = await startManagementCluster();
    process.env.KUBECONFIG = lab.kubeconfig;
    cluster = new LivingCluster(lab, 'first');
    steps = stepsOf(LAPTOP);
  });

  after(async () => {
    delete process.env.KUBECONFIG;
    await lab?.stop();
    project.remove();
  });

  it('writes a project, which passes check and synth', async () => {
    await follow('2. Write a project');
    // Simulated machines, by the provider that the lab runs.
    const program = project.read('clusters.ts');
    const simulated = program
      .replace("backend: 'docker'", "backend: 'inMemory'")
      .replace("Providers.stable('1.14'", "Providers.stable('1.13'");
    assert.notEqual(simulated, program);
    project.write('clusters.ts', simulated);

    await follow('3. Check it and write the manifests');
  });

  it('creates a cluster that becomes available', async () => {
    await follow('5. Apply the manifests');
    await cluster.settled();

    await follow('6. Watch the cluster come up');
    const machines = await cluster.list('machines');
    assert.equal(machines.length, 3);
  });

  it('fetches the kubeconfig, with which the nodes are listed', async () => {
    const printed = await follow('7. Fetch the kubeconfig');

    assert.equal(printed.match(/^first-\S+ /gm)?.length, 3, printed);
  });

  it('adds a pool that grows from zero', async () => {
    const [, diff = ''] = /```diff\n([\s\S]*?)```/.exec(LAPTOP) ?? [];
    const text = diff.replace(/^…\n/gm, '');
    project.write('clusters.ts', withDiff(project.read('clusters.ts'), text));
    await follow('9. Scale a pool from zero');
    assert.deepEqual(await cluster.machineNames('batch'), []);

    // Stands in for the autoscaler, as the page says of simulated machines.
    const [scale = ''] = /kubectl -n first scale \S+ --replicas=1/.exec(LAPTOP) ?? [];
    await inShell(scale.split(' '));
    await cluster.settled();
    assert.equal((await cluster.machineNames('batch')).length, 1);
  });

  it('removes everything', async () => {
    await follow('10. Remove everything');

    const { stdout } = await lab.kubectl([
      'get',
      'clusters,machines,namespace/first',
      '-A',
      '--ignore-not-found',
    ]);
    assert.equal(stdout, '');
  });

  /** Runs the commands of a step; returns what they print. */
  async function follow(step: string): Promise<string> {
    const commands = steps.get(step);
    assert.ok(commands !== undefined && commands.length > 0, `there are no commands in ${step}`);
    let printed = '';
    for (const words of commands) {
      if (!ELSEWHERE.some((pattern) => pattern.test(words.join(' '))))
        printed += await inShell(words);
    }
    return printed;
  }

  async function inShell(words: readonly string[]): Promise<string> {
    const [program = '', ...args] = words;
    if (program === 'npx') {
      const given = args.slice(1);
      const { code, text } = given[0] === 'init' ? project.init(given) : project.capiFleet(given);
      assert.equal(code, 0, text);
      return text;
    }
    const { code, stdout, stderr } = await run(program, args, {
      cwd: project.folder,
      env: { KUBECONFIG: lab.kubeconfig, KUBECACHEDIR: join(lab.state, 'page') },
    });
    assert.equal(code, 0, stderr);
    return stdout;
  }
});

/** Commands of a path by the headings of its steps. */
function stepsOf(path: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const parts = path.split(/^### /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), shellCommands(part)]));
}
