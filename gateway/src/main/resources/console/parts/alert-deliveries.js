import { h, onBeforeUnmount, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { usePages } from '../state/load.js';
import { deliveryState, recipientName } from './delivery.js';
import { listFoot } from './data-table.js';

// The stream tells of alerts, not of messages; a receipt comes some seconds after its submit.
const REFRESH_MS = 5_000;

function row(delivery) {
  return h('li', { key: delivery.id }, [
    h('div', { class: 'row' }, [
      deliveryState(delivery.state),
      h('strong', recipientName(delivery.recipient)),
      h('span', { class: 'faint' }, delivery.phone),
      h('time', { class: 'faint small end', datetime: delivery.updatedAt }, at(delivery.updatedAt, 'second')),
    ]),
    h('p', { class: 'sms small' }, delivery.text),
    delivery.reason ? h('p', { class: 'faint small' }, term('deliveryReason', delivery.reason)) : null,
  ]);
}

/** The messages that an alert has caused. */
export const AlertDeliveries = {
  props: { alertId: { type: String, required: true }, version: { type: Number, required: true } },
  setup(props) {
    const pages = usePages((after) => api.deliveries({ alertId: props.alertId, after, limit: 50 }));
    watch(() => props.version, pages.reload, { immediate: true });
    const timer = setInterval(() => document.hidden || pages.reload(), REFRESH_MS);
    onBeforeUnmount(() => clearInterval(timer));
    return () =>
      h('section', { class: 'card' }, [
        h('h2', t('alert.deliveries')),
        h('ul', { class: 'deliveries' }, pages.state.items.map(row)),
        pages.state.loading && pages.state.items.length > 0 ? null : listFoot(pages, t('alert.noDeliveries')),
      ]);
  },
};
