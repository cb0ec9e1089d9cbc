package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.rule.Episode;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Turns episodes into the words that are published. */
final class DetectionDraft {
    private final Function<Episode, Model> authors;
    private final Model first;
    private final Subject subject;
    private final World world;
    private final Instant now;

    /**
     * @param authors which version answers for an episode
     * @param first answers for what no version finds any more
     * @param now wall clock of the evaluation
     */
    DetectionDraft(Function<Episode, Model> authors, Model first, Subject subject, World world, Instant now) {
        this.authors = authors;
        this.first = first;
        this.subject = subject;
        this.world = world;
        this.now = now;
    }

    /**
     * The first word on an episode.
     *
     * @param start by which it is known, ms
     */
    Detection raised(Episode episode, long start) {
        return word(episode, Change.RAISED, 1, start);
    }

    /** Whether a word may be about an episode, though it began at another time. */
    boolean isSameMatter(Detection word, Episode episode) {
        Operator operator = authors.apply(episode).operator();
        return !operator.apart() || operator.isSameMatter(word, episode.last().finding());
    }

    /** The next word on an episode: id and start stay what they were when it was first raised. */
    Detection next(Detection before, Episode episode, Change change) {
        return word(
                episode, change, before.revision() + 1, before.episodeStart().toEpochMilli());
    }

    private Detection word(Episode episode, Change change, int revision, long start) {
        Model model = authors.apply(episode);
        Snapshot last = episode.last();
        Finding finding = last.finding();
        List<Entry<Details.Person>> people = people(model, finding);
        boolean active = change == Change.RAISED || change == Change.AMENDED;
        Instant to = Instant.ofEpochMilli(active ? last.at() : to(episode));
        return new Detection(
                DetectionId.of(model.signature(), subject, start),
                change,
                revision,
                model.signature(),
                model.head().version(),
                subject,
                finding.mentions(),
                Instant.ofEpochMilli(start),
                episode.level(),
                episode.score(),
                Instant.ofEpochMilli(finding.from()),
                to,
                finding.location(),
                divisionOf(episode, world),
                finding.tonnes(),
                finding.sourceEnterprise(),
                aggravations(episode, people),
                finding.evidence(),
                episode.parameters().withUnits(),
                references(finding, people),
                model.text().fill(last.values(), finding.names()),
                to,
                last.receivedAt() == Snapshot.DEADLINE ? now : Instant.ofEpochMilli(last.receivedAt()),
                now);
    }

    /** The last moment of an episode that counts, ms. */
    private static long to(Episode episode) {
        return episode.end() == null ? episode.last().at() : episode.end();
    }

    /** Persons with a record who are tied to it, unless the model is about just that. */
    private List<Entry<Details.Person>> people(Model model, Finding finding) {
        return model.operator().facts().contains(Operator.RECORD) ? List.of() : RecordTies.of(subject, finding, world);
    }

    /** Division code of where an episode lies, or null when nobody knows. */
    static String divisionOf(Episode episode, World world) {
        return episode.last().finding().divisionIn(world);
    }

    private static Set<Aggravation> aggravations(Episode episode, List<Entry<Details.Person>> people) {
        Set<Aggravation> all = EnumSet.noneOf(Aggravation.class);
        all.addAll(episode.aggravations());
        if (!people.isEmpty()) {
            all.add(Aggravation.RECORD);
        }
        return all;
    }

    private static Map<String, Long> references(Finding finding, List<Entry<Details.Person>> people) {
        Map<String, Long> all = new HashMap<>(finding.references());
        people.forEach(person -> all.put("person:" + person.id(), person.version()));
        return all;
    }

    /** It never was. */
    Detection retracted(Detection before) {
        return last(before, Change.RETRACTED, first.head().version(), now);
    }

    /** Nobody watches it any more. */
    static Detection ended(Detection before, Instant now) {
        return last(before, Change.CLEARED, before.modelVersion(), now);
    }

    private static Detection last(Detection before, Change change, int version, Instant now) {
        return new Detection(
                before.id(),
                change,
                before.revision() + 1,
                before.model(),
                version,
                before.subject(),
                before.mentions(),
                before.episodeStart(),
                before.level(),
                before.score(),
                before.from(),
                before.to(),
                before.location(),
                before.division(),
                before.tonnes(),
                before.sourceEnterprise(),
                before.aggravations(),
                before.evidence(),
                before.parameters(),
                before.references(),
                before.text(),
                before.observedAt(),
                now,
                now);
    }

    /** Whether a word says all that there is to say of an episode now. What an observation shows never changes: its id stands for it, and nothing is written down. */
    boolean saysAll(Detection word, Episode episode) {
        Finding finding = episode.last().finding();
        return Dossier.isActive(word) == (episode.end() == null)
                && word.level() == episode.level()
                && word.score() == episode.score()
                && word.to().toEpochMilli() == to(episode)
                && word.from().toEpochMilli() == finding.from()
                && Objects.equals(word.location(), finding.location())
                && Objects.equals(word.tonnes(), finding.tonnes())
                && Objects.equals(word.sourceEnterprise(), finding.sourceEnterprise())
                && finding.restsOn(word.evidence())
                && word.mentions().equals(finding.mentions())
                && saysSame(word, authors.apply(episode), episode);
    }

    private boolean saysSame(Detection word, Model model, Episode episode) {
        Finding finding = episode.last().finding();
        return word.aggravations().equals(aggravations(episode, people(model, finding)))
                && word.text().equals(model.text().fill(episode.last().values(), finding.names()));
    }
}
