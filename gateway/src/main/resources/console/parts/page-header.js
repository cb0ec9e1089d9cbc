import { h } from '../vendor.js';
import { at } from '../domain/time.js';
import { switchLocale, t, term } from '../i18n/index.js';
import { now } from '../state/clock.js';
import { live } from '../state/live.js';
import { nameOf } from '../state/registry.js';
import { session, signOut } from '../state/session.js';

const ServerTime = {
  setup() {
    return () => h('time', { class: 'server-time', title: t('header.serverTime') }, at(now.value, 'second'));
  },
};

function brand() {
  return h('a', { class: 'brand', href: '#/live', title: t('app.subtitle') }, [
    h('img', { src: 'icon.svg', alt: '', width: 26, height: 26 }),
    h('span', t('app.name')),
  ]);
}

function person() {
  const { user, roles, department } = session.me;
  const role = roles.map((name) => term('role', name)).join(' / ');
  return h('span', { class: 'person' }, [
    h('strong', user),
    h('span', department ? `${role} · ${nameOf('department', department)}` : role),
  ]);
}

/** The bar on top: where one is, whether the picture is live, the platform's time, who is signed in. */
export const PageHeader = {
  setup(props, { slots }) {
    return () =>
      h('header', { class: 'header' }, [
        brand(),
        slots.default(),
        h('span', { class: ['stream', `stream-${live.state}`], role: 'status' }, t(`stream.${live.state}`)),
        h(ServerTime),
        person(),
        h('button', { type: 'button', class: 'header-button', onClick: switchLocale }, t('app.otherLocale')),
        h('button', { type: 'button', class: 'header-button', onClick: () => signOut() }, t('header.signOut')),
      ]);
  },
};
