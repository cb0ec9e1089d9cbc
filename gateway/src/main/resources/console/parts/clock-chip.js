import { h } from '../vendor.js';
import { at, duration } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { now } from '../state/clock.js';

const SOON_MS = 60_000;

/** A running clock that counts down, and up once it is overdue. Its own component, so that a second's tick renders clocks and nothing else. */
export const ClockChip = {
  props: { clock: { type: Object, required: true } },
  setup(props) {
    return () => {
      const left = Date.parse(props.clock.dueAt) - now.value;
      const mood = left <= 0 ? 'overdue' : left <= SOON_MS ? 'soon' : 'calm';
      const span = duration(left, t('common.day'));
      return h(
        'span',
        { class: ['clock', `clock-${mood}`], title: t('clock.due', { time: at(props.clock.dueAt, 'full') }) },
        [
          h('span', { class: 'clock-name' }, term('clock', props.clock.name)),
          h(
            'time',
            { class: 'clock-span', datetime: props.clock.dueAt },
            t(left <= 0 ? 'clock.overdueBy' : 'clock.left', { duration: span }),
          ),
        ],
      );
    };
  },
};
