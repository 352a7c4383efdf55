import { setAllReported } from '../../lib/input/refusals';

/** Lets no test be told of what another one has handed to factories. */
export const mochaHooks = {
  beforeEach(): void {
    setAllReported();
  },
};
