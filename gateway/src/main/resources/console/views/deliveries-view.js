import { h, reactive, ref, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { dataTable, listFoot } from '../parts/data-table.js';
import { deliveryState, recipientName } from '../parts/delivery.js';
import { choice, newFieldId } from '../parts/fields.js';
import { levelMark } from '../parts/level-mark.js';
import { ResolutionForm } from '../parts/resolution-form.js';
import { usePages } from '../state/load.js';
import { alertLink } from '../state/route.js';
import { may } from '../state/session.js';

const STATES = ['unknown', 'claimed', 'submitted', 'accepted', 'delivered', 'undelivered', 'suppressed', 'failed'];

function columns(resolving) {
  const decide = (delivery) =>
    delivery.state === 'unknown' && may('resolveDelivery')
      ? h(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-expanded': resolving.value === delivery.id,
            onClick: () => (resolving.value = delivery.id),
          },
          t('deliveries.resolve'),
        )
      : null;
  return [
    { label: t('deliveries.state'), cell: ({ state }) => deliveryState(state) },
    {
      label: t('deliveries.recipient'),
      cell: ({ recipient, phone }) => [recipientName(recipient), h('div', { class: 'faint small' }, phone)],
    },
    {
      label: t('deliveries.text'),
      cell: ({ text, reason }) => [text, reason ? h('div', { class: 'faint small' }, term('deliveryReason', reason)) : null],
      wide: true,
    },
    {
      label: t('deliveries.alert'),
      cell: ({ alertId, level }) =>
        alertId
          ? h('a', { href: alertLink(alertId) }, [levelMark(level)])
          : h('a', { href: '#/models' }, t('deliveries.models')),
    },
    { label: t('deliveries.attempts'), cell: ({ attempts }) => String(attempts), numeric: true },
    { label: t('deliveries.time'), cell: (delivery) => [at(delivery.updatedAt, 'full'), decide(delivery)] },
  ];
}

/** Every message and what became of it; an unknown one waits here for a person's finding. */
export const DeliveriesView = {
  setup() {
    const filter = reactive({ state: '' });
    const resolving = ref(null);
    const id = newFieldId();
    const pages = usePages((after) => api.deliveries({ state: filter.state, after, limit: 50 }));
    watch(() => filter.state, pages.reload, { immediate: true });
    const form = (delivery) =>
      resolving.value === delivery.id
        ? h(ResolutionForm, {
            delivery,
            onDone: () => ((resolving.value = null), pages.reload()),
            onCancel: () => (resolving.value = null),
          })
        : null;
    return () =>
      h('div', { class: 'page' }, [
        h('div', { class: 'row page-head' }, [
          h('h1', { tabindex: -1 }, t('deliveries.title')),
          h('label', { for: id, class: 'end' }, t('deliveries.state')),
          choice(
            id,
            filter.state,
            [['', t('common.all')], ...STATES.map((state) => [state, term('delivery', state)])],
            (state) => (filter.state = state),
          ),
          h('button', { type: 'button', class: 'button', onClick: pages.reload }, t('common.refresh')),
        ]),
        dataTable(columns(resolving), pages.state.items, { key: (delivery) => delivery.id, after: form }),
        listFoot(pages, t('deliveries.empty')),
      ]);
  },
};
