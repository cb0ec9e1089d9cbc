package io.sanse.model.explain;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.backtest.RegistryCourse.Change;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.explain.Recording.Known;
import io.sanse.model.explain.Recording.ModelText;
import io.sanse.model.library.Library;
import io.sanse.runtime.json.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes the bundle of one word out of what arrived before it. Nothing is given out that {@link Verification} does not verify. */
public final class BundleMaker {
    private static final String PERSON = RegistryKind.PERSON.text() + ':';

    private final Detection wanted;
    private final ModelSet models;
    private final RegistryCourse registry;
    private final boolean withPersons;
    private final Recorder recorder;
    private boolean found;
    private Detection nearest;

    /**
     * @param wanted the word, as it was published
     * @param inForce all models that judged then
     * @param registry in the course of time
     * @param withPersons whether entries of the persons that the word rests on may be given out
     */
    public BundleMaker(Detection wanted, ModelSet inForce, RegistryCourse registry, boolean withPersons) {
        this.wanted = wanted;
        this.models = Judging.of(wanted.subject(), inForce);
        this.registry = registry;
        this.withPersons = withPersons;
        this.recorder = new Recorder(wanted.subject(), models, registry, this::said);
    }

    private void said(Detection word) {
        found |= Json.text(word).equals(Json.text(wanted));
        nearest = word.id().equals(wanted.id()) && word.revision() <= wanted.revision() ? word : nearest;
    }

    /** @return whether to go on; not when the word has been said */
    public boolean arrived(Instant at, List<Observation> observations) {
        recorder.arrived(at, observations);
        return !found;
    }

    /** The bundle, or null when what arrived does not give the word. */
    public EvidenceBundle bundle() {
        return found
                ? Stream.<Predicate<Change>>of(this::isNamed, this::isPlaceOrNamed, change -> true)
                        .map(this::bundle)
                        .filter(bundle -> Verification.of(bundle).isVerified())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Whether a word is on a person or rests on what is registered of one: without that it cannot be proved. */
    public static boolean restsOnPersons(Detection word) {
        return word.subject().type() == SubjectType.PERSON
                || word.references().keySet().stream().anyMatch(key -> key.startsWith(PERSON));
    }

    /** What was said instead of the word, for people. */
    public String instead() {
        return nearest == null
                ? "nothing is said of it"
                : String.join("; ", new Comparison("detection").of(wanted, nearest));
    }

    private EvidenceBundle bundle(Predicate<Change> needed) {
        List<Recording.Moment> history = recorder.moments();
        Instant last = history.get(history.size() - 1).at();
        List<Known> known = registry.changes().stream()
                .filter(change -> !change.at().isAfter(last))
                .filter(needed)
                .filter(change -> !change.key().startsWith(PERSON) || mayBeGiven(change))
                .map(Known::of)
                .toList();
        List<ModelText> texts = models.models().stream().map(ModelText::of).toList();
        return BundleText.write(wanted, new Recording(texts, Library.Basis.own(), known, history));
    }

    /** Of persons, only those on whom the word rests: nobody else's entry is given out beside them, even where all places are. */
    private boolean mayBeGiven(Change person) {
        return withPersons
                && (wanted.references().containsKey(person.key())
                        || wanted.subject().toString().equals(person.key()));
    }

    private boolean isNamed(Change change) {
        return names().contains(change.key())
                || change.entry() != null && change.entry().details() instanceof Details.District;
    }

    private boolean isPlaceOrNamed(Change change) {
        Details details = change.entry() == null ? null : change.entry().details();
        return isNamed(change) || details instanceof Details.Zone || details instanceof Details.Camera;
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>(wanted.references().keySet());
        Stream.concat(Stream.of(wanted.subject()), wanted.mentions().stream())
                .map(Subject::toString)
                .forEach(names::add);
        if (wanted.sourceEnterprise() != null) {
            names.add(Subject.enterprise(wanted.sourceEnterprise()).toString());
        }
        return names;
    }
}
