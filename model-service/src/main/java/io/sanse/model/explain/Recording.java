package io.sanse.model.explain;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.registry.GivenOut;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Remit;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All that decides on a subject, so that it can be decided again.
 *
 * @param models that judge its type, in their order
 * @param derivation what all models stand on
 * @param registry what was known, by time
 * @param history what came, in order of arrival
 */
public record Recording(List<ModelText> models, Library.Basis derivation, List<Known> registry, List<Moment> history) {
    public Recording {
        models = List.copyOf(models);
        registry = List.copyOf(registry);
        history = List.copyOf(history);
    }

    /**
     * A version of a model.
     *
     * @param id model id
     * @param version of its text
     * @param only division codes that it is confined to; empty: everywhere
     * @param except division codes that another version judges
     * @param shadow whether its words alert nobody
     * @param text its YAML
     */
    public record ModelText(
            String id, int version, List<String> only, List<String> except, boolean shadow, String text) {
        static ModelText of(Model model) {
            Remit remit = model.remit();
            return new ModelText(
                    model.id(),
                    model.head().version(),
                    remit.only().stream().sorted().toList(),
                    remit.except().stream().sorted().toList(),
                    remit.shadow(),
                    model.head().source());
        }

        /** @throws ModelFileException when the text is wrong or is not what is said of it */
        Model read() {
            String name = "the model " + id;
            Model model = ModelReader.published(name, text);
            if (!model.id().equals(id) || model.head().version() != version) {
                throw new ModelFileException(
                        Place.start(name),
                        "version " + version + " is stated, the text is of " + model.id() + " version "
                                + model.head().version());
            }
            return model.with(new Remit(Set.copyOf(only), Set.copyOf(except), shadow));
        }
    }

    /**
     * An entry of the registry as it may be given out: no model reads passwords and telephone numbers.
     *
     * @param since when it was made known, or null: from the beginning
     * @param key of the entry
     * @param entry its content, or null: known no longer
     */
    public record Known(Instant since, String key, RegistryEntry entry) {
        static Known of(RegistryCourse.Change change) {
            Instant since = change.at().equals(Instant.MIN) ? null : change.at();
            RegistryEntry entry = change.entry();
            return new Known(since, change.key(), entry == null ? null : given(entry));
        }

        private static RegistryEntry given(RegistryEntry entry) {
            return new RegistryEntry(
                    entry.id(), entry.version(), entry.registeredAt(), GivenOut.of(entry.details(), false));
        }

        private RegistryCourse.Change change() {
            return new RegistryCourse.Change(since == null ? Instant.MIN : since, key, entry);
        }
    }

    /**
     * Something arrived, or the platform's clock went on.
     *
     * @param at by the broker's clock, which the registry's changes are told by
     * @param heardUntil when the newest observation that came together was received, those of other subjects included
     * @param observations the subject's own, and the progress of feeds; what feeds told in many words in which nothing was decided stands in few
     */
    public record Moment(Instant at, Instant heardUntil, List<Observation> observations) {
        public Moment {
            observations = List.copyOf(observations);
        }

        /** @param together observations of all subjects, at least one */
        static Moment of(Subject subject, Instant at, List<Observation> together) {
            Instant newest = together.stream()
                    .map(Observation::receivedAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new Moment(
                    at,
                    newest,
                    together.stream()
                            .filter(one -> one.subject().equals(subject) || one.payload() instanceof Progress)
                            .toList());
        }
    }

    /** @throws ModelFileException when a text is wrong */
    ModelSet modelSet() {
        return Library.of(models.stream().map(ModelText::read).toList(), derivation);
    }

    RegistryCourse course() {
        return new RegistryCourse(registry.stream().map(Known::change).toList());
    }
}
