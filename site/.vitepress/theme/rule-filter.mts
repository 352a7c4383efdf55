import { defineComponent, h, ref, watch } from 'vue';

/** Field above the tables of rules that hides the rows without the words in it. */
export const RuleFilter = defineComponent({
  setup() {
    const text = ref('');
    const count = ref<number>();
    watch(text, (value) => {
      count.value = value.trim() === '' ? undefined : 0;
      const shown = filterRows(value);
      if (count.value !== undefined) count.value = shown;
    });
    return () =>
      h('div', { class: 'rule-filter' }, [
        h('input', {
          type: 'search',
          value: text.value,
          placeholder: 'Filter by identifier or reason',
          'aria-label': 'Filter the rules',
          onInput: (event: Event) => {
            if (event.target instanceof HTMLInputElement) text.value = event.target.value;
          },
        }),
        count.value === undefined ? undefined : h('output', ` ${count.value} rules`),
      ]);
  },
});

/** Shows the rows that contain all words, hides the others and the tables without rows, and returns the number shown. */
function filterRows(text: string): number {
  const words = text.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const table of document.querySelectorAll<HTMLTableElement>('.vp-doc table')) {
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    for (const row of rows) {
      const content = row.textContent?.toLowerCase() ?? '';
      row.hidden = !words.every((word) => content.includes(word));
    }
    const left = rows.filter((row) => !row.hidden).length;
    table.hidden = left === 0;
    shown += left;
  }
  return shown;
}
