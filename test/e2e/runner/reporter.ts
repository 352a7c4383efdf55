import { basename } from 'node:path';
import Mocha from 'mocha';

const { EVENT_SUITE_BEGIN, EVENT_SUITE_END, EVENT_RUN_END } = Mocha.Runner.constants;

/** Mocha's list of tests, and after it how long each file took, hooks included. */
export default class TimedSpec extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const spent = new Map<string, number>();
    const begun = new Map<Mocha.Suite, number>();
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (suite.parent?.root === true) begun.set(suite, Date.now());
    });
    runner.on(EVENT_SUITE_END, (suite) => {
      const since = begun.get(suite);
      if (since === undefined) return;
      const name = basename(suite.file ?? '', '.e2e.ts');
      spent.set(name, (spent.get(name) ?? 0) + Date.now() - since);
    });
    runner.once(EVENT_RUN_END, () => {
      const minutes = (time: number) => (time / 60_000).toFixed(1);
      const times = [...spent].map(([name, time]) => `${name} ${minutes(time)}`);
      console.log(`  minutes: ${times.join(', ')}\n`);
    });
  }
}
