import { h, reactive } from '../vendor.js';
import { t } from '../i18n/index.js';

const OPTIONS = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 };

/** Where the officer stands, by the device's own receiver; never typed. Browsers give it out on https and localhost only. */
export const LocationField = {
  props: { id: { type: String, required: true }, value: { type: Object, default: undefined } },
  emits: ['change'],
  setup(props, { emit }) {
    const state = reactive({ asking: false, failure: null });
    function locate() {
      Object.assign(state, { asking: true, failure: null });
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          state.asking = false;
          emit('change', { longitude: coords.longitude, latitude: coords.latitude });
        },
        (error) => Object.assign(state, { asking: false, failure: error.message }),
        OPTIONS,
      );
    }
    const text = () => {
      if (state.failure !== null) {
        return t('form.locationFailed', { reason: state.failure });
      }
      const { value } = props;
      return value ? `${value.longitude.toFixed(5)}, ${value.latitude.toFixed(5)}` : t('form.noLocation');
    };
    return () =>
      h('div', { class: 'row' }, [
        h(
          'button',
          { id: props.id, type: 'button', class: 'button', disabled: state.asking, onClick: locate },
          t(state.asking ? 'form.locating' : 'form.locate'),
        ),
        h('span', { class: 'small', role: 'status' }, text()),
      ]);
  },
};
