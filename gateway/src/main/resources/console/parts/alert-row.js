import { h } from '../vendor.js';
import { isOpen, urgentClock } from '../domain/alerts.js';
import { at } from '../domain/time.js';
import { say, term } from '../i18n/index.js';
import { modelName, nameOf, subjectName } from '../state/registry.js';
import { alertLink } from '../state/route.js';
import { ClockChip } from './clock-chip.js';
import { levelMark } from './level-mark.js';

function clockOf(alert) {
  const clock = isOpen(alert) ? urgentClock(alert) : null;
  return clock === null ? null : h(ClockChip, { clock });
}

function conditionOf(alert) {
  return alert.condition === 'active' ? null : h('span', { class: 'pill' }, term('condition', alert.condition));
}

/** One alert in the list; the whole row is its link. */
export const AlertRow = {
  props: { alert: { type: Object, required: true } },
  setup(props) {
    return () => {
      const { alert } = props;
      const department = alert.routing ? nameOf('department', alert.routing.department) : null;
      return h('li', { class: ['alert-row', `edge-${alert.level}`, { done: !isOpen(alert) }] }, [
        h('a', { href: alertLink(alert.id) }, [
          h('span', { class: 'alert-line' }, [
            levelMark(alert.level, { word: false }),
            h('strong', { class: 'subject' }, subjectName(alert.subject)),
            h('span', { class: 'model' }, modelName(alert.model)),
            h('time', { class: 'faint small end', datetime: alert.firstSeenAt }, at(alert.firstSeenAt)),
          ]),
          h('span', { class: 'alert-text' }, say(alert.text)),
          h('span', { class: 'alert-line faint small' }, [
            h('span', { class: 'pill state' }, term('state', alert.state)),
            conditionOf(alert),
            department === null ? null : h('span', { class: 'clip' }, department),
            clockOf(alert),
          ]),
        ]),
      ]);
    };
  },
};
