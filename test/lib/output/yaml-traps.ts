/** Texts without blanks that one YAML reader or another takes for something else. */
const WORDS = [
  'yes No on OFF y n ~ null Null true FALSE = << - -- --- ... ..',
  '0x1F 0x 0o17 0o7 0b11 012 08 1e3 1E+3 1e 12e03 1_000 1,000 1:30 190:20:30 685.230_15',
  '.5 5. 1. +1 -1 .inf -.INF .nan 123456 1.2.3 0.1.2 10.0.0.1 10.0.0.0/8 E0 e v1.32.4',
  '2026-11-21 2026-11-21T00:00:00Z 1970-1-1',
  "--flag -f -1a :a a: #a a#b !a &a *a %a @a `a | > >- {a} [a] { ] ,a ? it's \"quoted\" 'a'",
];

/** Texts with blanks, control characters or several lines. */
const TEXTS = [
  ...['', ' ', 'a ', ' a', 'a  b', 'a, b', '- a', '--- a', '... a', '--a=b: c', '-a -b', '? a'],
  ...[': a', 'a: b', 'a #b', '{{ ds.meta_data.instance_id }}', "openstack:///'{{ instance_id }}'"],
  ...['a\tb', '\ta', 'a\rb', 'a\r\nb', '\u0000', '\u001b', '\u007f', '\u0085', '\u009f', '\u00a0'],
  ...['\u2028', '\u2029', '\ufeff', 'a\ufeff', '\uffff', '😀', 'ü', 'a\n\u0085b', 'a\n\u2028b'],
  ...['a\nb', 'a\n', '\na', '\n a', ' \na', 'a\n\n', 'a\n\nb', ' a\nb', '  a\nb', 'a \nb', 'a\n b'],
  ...['a\n\tb', '\ta\nb', 'a\n \n', 'a\n ', 'a\n\t', 'a\n\n ', 'a\nb ', 'a\n  \nb\n', 'a\nb\n\n\n'],
  ...[
    '\n',
    '\n\n',
    ' \n',
    '\n ',
    '\t\n\t',
    '\n\n a\n\n',
    '#a\nb',
    '---\na\n',
    '...\n',
    'a: b\nc: d\n',
  ],
  ...['#!/bin/sh\ntrue\n', 'all:\n\ttrue\n', 'x'.repeat(500), 'x '.repeat(250), 'ü'.repeat(500)],
];

/** Texts by which mistakes in writing YAML show. */
export const TRAPS: readonly string[] = [...WORDS.flatMap((line) => line.split(' ')), ...TEXTS];
