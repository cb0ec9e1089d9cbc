package io.sanse.model.detect.operator.person;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Offence.Matter;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.OffenceBook;
import io.sanse.model.detect.fact.OffenceBook.Known;
import io.sanse.model.detect.fact.Offender;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Offences of somebody that departments have on their books, those of the time before each moment taken together. One situation; its moments are the words on offences, and the
 * running out of each.
 */
public final class Offences implements Operator {
    /** Later words than this change what was said of an episode that is over no more, ms. */
    private static final long SETTLED_MS = 30L * 24 * 3_600_000;

    private static final double ROUNDING = 1e6;

    private final SubjectType offender;

    /** @param offender whose; facts are kept of the offences of vehicles, enterprises and persons */
    public Offences(SubjectType offender) {
        this.offender = offender;
    }

    @Override
    public String name() {
        return offender.text() + "-offences";
    }

    @Override
    public SubjectType subject() {
        return offender;
    }

    @Override
    public Set<String> facts() {
        return Set.of("offence");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of("window", VariableType.DURATION);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("minor", VariableType.COUNT),
                entry("dumpings", VariableType.COUNT),
                entry("hazardousTonnes", VariableType.NUMBER),
                entry("since", VariableType.TIME),
                entry("last", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("offender");
    }

    @Override
    public long horizon(Facts facts) {
        long newest = ((Offender) facts).newest();
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - SETTLED_MS;
    }

    @Override
    public boolean holdsFacts() {
        return false;
    }

    @Override
    public List<Series> series(Question question) {
        OffenceBook book = ((Offender) question.facts()).offences();
        if (book.words().isEmpty()) {
            return List.of();
        }
        String feed = book.words().get(book.words().size() - 1).source().feed();
        long shown = question.clocks().show(feed, Hand.RUNNING);
        long window = question.parameters().ms("window");
        TreeSet<Long> moments = new TreeSet<>();
        List<Wake> wakes = new ArrayList<>();
        for (Observation word : book.words()) {
            moments.add(word.observedAt().toEpochMilli());
        }
        for (Known one : book.at(Long.MAX_VALUE)) {
            long over = one.committedAt() + window;
            if (over <= shown) {
                moments.add(over);
            } else {
                wakes.add(new Wake(feed, Hand.RUNNING, over));
            }
        }
        List<Snapshot> snapshots = moments.stream()
                .map(at -> snapshot(question, at, within(book, at, window)))
                .toList();
        return List.of(Series.of(snapshots, null, wakes));
    }

    private static List<Known> within(OffenceBook book, long at, long window) {
        return book.at(at).stream()
                .filter(one -> one.committedAt() > at - window)
                .sorted(Comparator.comparingLong(Known::committedAt))
                .toList();
    }

    private Snapshot snapshot(Question question, long at, List<Known> counted) {
        double tonnes = counted.stream()
                .filter(one -> one.matter() == Matter.DUMPING && one.hazardous() && one.tonnes() != null)
                .mapToDouble(Known::tonnes)
                .sum();
        long first = counted.isEmpty() ? at : counted.get(0).committedAt();
        long last = counted.isEmpty() ? at : counted.get(counted.size() - 1).committedAt();
        Map<String, Object> values = new HashMap<>();
        values.put("minor", count(counted, Matter.MINOR));
        values.put("dumpings", count(counted, Matter.DUMPING));
        // amounts have three decimals: what binary fractions add to them must not cross a limit
        values.put("hazardousTonnes", Math.round(tonnes * ROUNDING) / ROUNDING);
        values.put("since", Instant.ofEpochMilli(first));
        values.put("last", Instant.ofEpochMilli(last));
        Finding finding = finding(question, first, counted);
        return new Snapshot(at, Snapshot.DEADLINE, values, tonnes > 0 ? finding.amount(tonnes) : finding);
    }

    private static long count(List<Known> counted, Matter matter) {
        return counted.stream().filter(one -> one.matter() == matter).count();
    }

    private Finding finding(Question question, long from, List<Known> counted) {
        String code = question.subject().id();
        Finding finding = new Finding(from).names("offender", Labels.same(code));
        for (int i = counted.size() - 1; i >= 0; i--) {
            List<Observation> words = counted.get(i).words();
            for (int j = words.size() - 1; j >= 0; j--) {
                finding.because(EvidenceOf.observation(words.get(j)));
                others(question, words.get(j), finding);
            }
        }
        if (!counted.isEmpty()) {
            finding.at(counted.get(counted.size() - 1).words().get(0).location(), null);
        }
        return offender == SubjectType.ENTERPRISE ? ofFirm(question, code, finding) : finding;
    }

    /** Firms and vehicles that a person is mentioned with would be sent what is on the books of the person. */
    private void others(Question question, Observation word, Finding finding) {
        word.mentions().stream()
                .filter(other -> offender != SubjectType.PERSON && other.type() != SubjectType.PERSON)
                .filter(other -> !other.equals(question.subject()))
                .forEach(finding::mentions);
    }

    private static Finding ofFirm(Question question, String code, Finding finding) {
        Entry<Details.Enterprise> firm = question.world().enterprise(code);
        LocalizedText name = Labels.enterprise(question.world(), code);
        finding.source(code).names("offender", name);
        return firm == null
                ? finding
                : finding.at(firm.details().location(), firm.details().division())
                        .refers("enterprise:" + code, firm.version());
    }
}
