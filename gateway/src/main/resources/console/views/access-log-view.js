import { h, reactive, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { partsOf } from '../domain/subjects.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { dataTable, listFoot } from '../parts/data-table.js';
import { newFieldId } from '../parts/fields.js';
import { usePages } from '../state/load.js';

const below = (main, ...rest) => [main, ...rest.filter(Boolean).map((text) => h('div', { class: 'faint small' }, text))];

function columns() {
  return [
    { label: t('accessLog.time'), cell: (access) => at(access.at, 'full') },
    { label: t('accessLog.user'), cell: ({ user, department }) => below(user, department) },
    {
      label: t('accessLog.persons'),
      cell: ({ persons, resource }) =>
        below(persons.map((subject) => partsOf(subject).id).join(t('common.comma')), resource),
    },
    {
      label: t('purpose.purpose'),
      cell: ({ purpose, reference }) => below(purpose ? term('accessPurpose', purpose) : '–', reference),
    },
    { label: t('purpose.reason'), cell: ({ reason }) => reason ?? '–' },
    { label: t('accessLog.from'), cell: ({ address, forwardedFor }) => below(address, forwardedFor) },
    { label: t('accessLog.result'), cell: ({ result }) => h('strong', term('accessResult', result)) },
  ];
}

/** Who asked for what is registered of persons, what for, and what became of it. */
export const AccessLogView = {
  setup() {
    const filter = reactive({ person: '', user: '' });
    const ids = { person: newFieldId(), user: newFieldId() };
    const pages = usePages((after) => api.accessLog({ ...filter, after, limit: 50 }));
    watch(() => ({ ...filter }), pages.reload, { immediate: true });
    const field = (name) =>
      h('input', {
        id: ids[name],
        type: 'search',
        maxlength: 64,
        value: filter[name],
        onChange: (event) => (filter[name] = event.target.value.trim()),
      });
    return () =>
      h('div', { class: 'page' }, [
        h('div', { class: 'row page-head' }, [
          h('h1', { tabindex: -1 }, t('accessLog.title')),
          h('label', { for: ids.person, class: 'end' }, t('accessLog.persons')),
          field('person'),
          h('label', { for: ids.user }, t('accessLog.user')),
          field('user'),
          h('button', { type: 'button', class: 'button', onClick: pages.reload }, t('common.refresh')),
        ]),
        dataTable(columns(), pages.state.items, { key: (access) => access.id }),
        listFoot(pages, t('accessLog.empty')),
      ]);
  },
};
