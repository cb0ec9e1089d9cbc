import { h, onBeforeUnmount } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { t } from '../i18n/index.js';
import { AlertBundle } from '../parts/alert-bundle.js';
import { alertClocks } from '../parts/alert-clocks.js';
import { AlertDeliveries } from '../parts/alert-deliveries.js';
import { alertEvidence } from '../parts/alert-evidence.js';
import { alertParameters, alertRouting } from '../parts/alert-facts.js';
import { alertHead } from '../parts/alert-head.js';
import { alertTimeline } from '../parts/alert-timeline.js';
import { AlertTraceBack } from '../parts/alert-trace-back.js';
import { CommandPanel } from '../parts/command-panel.js';
import { EvidenceMapPane } from '../parts/evidence-map-pane.js';
import { problemBox } from '../parts/problem-box.js';
import { mayBeGiven } from '../domain/purpose.js';
import { takeIn } from '../state/alerts.js';
import { onAlertEvent } from '../state/live.js';
import { useLoad } from '../state/load.js';
import { may, session } from '../state/session.js';

/** Everything about one alert, and everything that may be done about it. */
export const AlertView = {
  props: { id: { type: String, required: true } },
  setup(props) {
    const { state, reload } = useLoad(async () => {
      const dossier = await api.alert(props.id);
      takeIn(dossier.alert);
      return dossier;
    });
    reload();
    // The event carries the alert, but not what this caller may do next: that is the platform's to say.
    onBeforeUnmount(onAlertEvent((event) => event.alertId === props.id && reload()));
    const body = (dossier) => [
      alertHead(dossier.alert),
      h('div', { class: 'alert-do' }, [
        h(CommandPanel, { dossier, reload }),
        alertClocks(dossier.alert),
        alertRouting(dossier.alert),
        may('listDeliveries') ? h(AlertDeliveries, { alertId: props.id, version: dossier.alert.version }) : null,
        alertParameters(dossier),
      ]),
      h('div', { class: 'alert-see' }, [
        h(EvidenceMapPane, { dossier }),
        alertEvidence(dossier.evidence),
        dossier.alert.location && may('listTraceBacks') ? h(AlertTraceBack, { alert: dossier.alert }) : null,
        may('getAlertBundle') && mayBeGiven(dossier, session.me.roles) ? h(AlertBundle, { dossier }) : null,
        alertTimeline(dossier.timeline),
      ]),
    ];
    return () =>
      h('div', { class: 'alert-page' }, [
        state.problem === null ? null : problemBox(state.problem, reload),
        state.data === null ? loading(state) : body(state.data),
      ]);
  },
};

function loading(state) {
  return state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null;
}
