import { h } from '../vendor.js';
import { isExplained } from '../domain/subjects.js';
import { say, t, term } from '../i18n/index.js';
import { models, nameOf, subjectName } from '../state/registry.js';
import { modelLink } from '../state/route.js';
import { may } from '../state/session.js';
import { factList } from './fact-list.js';

/** Who got the alert and why. */
export function alertRouting({ routing }) {
  const body = routing
    ? [
        h('p', say(routing.reason)),
        factList([
          [t('alert.lead'), nameOf('department', routing.department)],
          [t('alert.members'), routing.members.map((id) => nameOf('department', id)).join(t('common.comma'))],
        ]),
        h(
          'p',
          { class: 'faint small' },
          t('alert.routingRule', { rule: routing.rule, version: routing.policyVersion }),
        ),
      ]
    : [h('p', { class: 'faint' }, t('alert.notRouted'))];
  return h('section', { class: 'card' }, [h('h2', t('alert.routing')), ...body]);
}

function sourceOf(model, name) {
  const parameter = models.get(model)?.parameters.find((known) => known.name === name);
  return parameter ? sourceTag(parameter) : null;
}

/** Whether a threshold is law (with its article) or the platform's own. */
export function sourceTag({ source, article }) {
  if (!source) {
    return null;
  }
  const law = article ? term('article', article) : null;
  return h('span', { class: ['pill', 'source', `source-${source}`], title: law }, [
    t(`source.${source}`),
    law ? ` · ${law}` : '',
  ]);
}

/** The values that the detection was made with, and the registry entries that it used. */
export function alertParameters({ alert, parameters, references }) {
  const values = Object.entries(parameters).map(([name, value]) => [name, [value, ' ', sourceOf(alert.model, name)]]);
  const used = Object.entries(references).map(([key, version]) =>
    h('li', [subjectName(key), h('span', { class: 'faint' }, ` ${key} · ${t('alert.version', { version })}`)]),
  );
  return h('section', { class: 'card' }, [
    h('h2', t('alert.parameters')),
    factList(values),
    may('getModelExplanation') && isExplained(alert.subject)
      ? h('a', { href: modelLink(alert.model, 'why', alert.subject, alert.lastSeenAt) }, t('alert.why'))
      : null,
    used.length === 0
      ? null
      : h('details', [h('summary', t('alert.references')), h('ul', { class: 'plain small' }, used)]),
  ]);
}
