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

    /** The first word on an episode. */
    Detection raised(Episode episode) {
        return word(episode, Change.RAISED, 1, episode.start());
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
        List<Entry<Details.Person>> people =
                model.operator().facts().contains(Operator.RECORD) ? List.of() : RecordTies.of(subject, finding, world);
        boolean active = change == Change.RAISED || change == Change.AMENDED;
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
                Instant.ofEpochMilli(active || episode.end() == null ? last.at() : episode.end()),
                finding.location(),
                divisionOf(episode, world),
                finding.tonnes(),
                finding.sourceEnterprise(),
                aggravations(episode, people),
                finding.evidence(),
                episode.parameters().withUnits(),
                references(finding, people),
                model.text().fill(last.values(), finding.names()),
                Instant.ofEpochMilli(active || episode.end() == null ? last.at() : episode.end()),
                last.receivedAt() == Snapshot.DEADLINE ? now : Instant.ofEpochMilli(last.receivedAt()),
                now);
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
        return new Detection(
                before.id(),
                Change.RETRACTED,
                before.revision() + 1,
                before.model(),
                first.head().version(),
                subject,
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

    /** Whether two words on an episode say the same to people. */
    static boolean saySame(Detection a, Detection b) {
        return a.level() == b.level()
                && a.score() == b.score()
                && a.from().equals(b.from())
                && a.to().equals(b.to())
                && Objects.equals(a.location(), b.location())
                && Objects.equals(a.tonnes(), b.tonnes())
                && Objects.equals(a.sourceEnterprise(), b.sourceEnterprise())
                && a.aggravations().equals(b.aggravations())
                && a.mentions().equals(b.mentions())
                && a.evidence().equals(b.evidence())
                && a.text().equals(b.text());
    }
}
