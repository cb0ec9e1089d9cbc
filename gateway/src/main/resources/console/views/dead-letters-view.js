import { h, reactive, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { bytesOf, hexDump } from '../domain/raw-bytes.js';
import { at } from '../domain/time.js';
import { t } from '../i18n/index.js';
import { dataTable, listFoot } from '../parts/data-table.js';
import { choice, newFieldId } from '../parts/fields.js';
import { usePages } from '../state/load.js';

const PROTOCOLS = ['jt808', 'hj212', 'http', 'kafka'];

function raw({ raw: base64 }) {
  const bytes = bytesOf(base64);
  const { text, cut, shown } = hexDump(bytes);
  return h('details', [
    h('summary', t('deadLetters.raw', { bytes: bytes.length })),
    h('pre', text),
    cut ? h('p', { class: 'faint small' }, t('deadLetters.cut', { bytes: shown })) : null,
  ]);
}

function columns() {
  return [
    { label: t('deadLetters.time'), cell: ({ receivedAt }) => at(receivedAt, 'full') },
    { label: t('deadLetters.protocol'), cell: ({ protocol }) => protocol },
    {
      label: t('deadLetters.feed'),
      cell: ({ feed, service }) => [feed ?? '–', h('div', { class: 'faint small' }, service)],
    },
    { label: t('deadLetters.reason'), cell: ({ reason }) => h('code', reason) },
    { label: t('deadLetters.detail'), cell: ({ detail }) => detail ?? '', wide: true },
  ];
}

/** Input that could not be used, with its reason and its bytes. */
export const DeadLettersView = {
  setup() {
    const filter = reactive({ protocol: '', reason: '' });
    const ids = { protocol: newFieldId(), reason: newFieldId() };
    const pages = usePages((after) => api.deadLetters({ ...filter, after, limit: 50 }));
    watch(() => ({ ...filter }), pages.reload, { immediate: true });
    const reason = () =>
      h('input', {
        id: ids.reason,
        type: 'search',
        maxlength: 64,
        value: filter.reason,
        onChange: (event) => (filter.reason = event.target.value.trim()),
      });
    return () =>
      h('div', { class: 'page' }, [
        h('div', { class: 'row page-head' }, [
          h('h1', { tabindex: -1 }, t('deadLetters.title')),
          h('label', { for: ids.protocol, class: 'end' }, t('deadLetters.protocol')),
          choice(
            ids.protocol,
            filter.protocol,
            [['', t('common.all')], ...PROTOCOLS.map((name) => [name, name])],
            (name) => (filter.protocol = name),
          ),
          h('label', { for: ids.reason }, t('deadLetters.reason')),
          reason(),
          h('button', { type: 'button', class: 'button', onClick: pages.reload }, t('common.refresh')),
        ]),
        dataTable(columns(), pages.state.items, { key: (letter) => letter.id, after: raw }),
        listFoot(pages, t('deadLetters.empty')),
      ]);
  },
};
