import { Config } from '@pulumi/pulumi';
import { makeAll } from './make-all';

// Main program of a Pulumi project that creates the resources of the benchmark on one side.
const config = new Config('bench');
const made = makeAll(
  config.require('side'),
  config.requireNumber('clusters'),
  config.require('folder'),
);

/** Waits for all resources. */
export const done = Promise.resolve(made).then(() => true);
