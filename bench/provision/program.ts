import { Config } from '@pulumi/pulumi';
import { makeAll } from './make-all';

// Main program of a Pulumi project that makes the resources of the bench one way or the other.
const config = new Config('bench');
const made = makeAll(
  config.require('side'),
  config.requireNumber('clusters'),
  config.require('folder'),
);

/** Waits for all of it. */
export const done = Promise.resolve(made).then(() => true);
