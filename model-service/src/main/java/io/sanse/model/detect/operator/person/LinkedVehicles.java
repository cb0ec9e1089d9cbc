package io.sanse.model.detect.operator.person;

import static java.util.Map.entry;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.NightBook;
import io.sanse.model.detect.fact.Seen;
import io.sanse.model.detect.fact.Tied;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Vehicles that the registry ties to one firm or person and that stay in one sensitive zone in one night, together or one after the other. One situation per zone and night; its moments are those at which one more vehicle is
 * known to stay; it is shown as going on until the night is over.
 */
public final class LinkedVehicles implements Operator {
    private static final Comparator<NightStay> ORDER =
            Comparator.comparingLong(NightStay::at).thenComparing(NightStay::plate);

    private final SubjectType owner;

    /** @param owner to whom the vehicles are tied: an enterprise as its carrier, a person as who owns or drives them or owns their carrier */
    public LinkedVehicles(SubjectType owner) {
        this.owner = owner;
    }

    @Override
    public String name() {
        return owner.text() + "-night-vehicles";
    }

    @Override
    public SubjectType subject() {
        return owner;
    }

    @Override
    public Set<String> facts() {
        return Set.of("presence", "manifest");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "stay", VariableType.DURATION,
                "stayCore", VariableType.DURATION,
                "confirmations", VariableType.COUNT,
                "gap", VariableType.DURATION,
                "slow", VariableType.NUMBER,
                "sensitiveTypes", VariableType.TEXTS,
                "exemptTypes", VariableType.TEXTS);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("vehicles", VariableType.COUNT),
                entry("plates", VariableType.TEXT),
                entry("oneFirm", VariableType.FLAG),
                entry("zoneType", VariableType.TEXT),
                entry("core", VariableType.FLAG),
                entry("since", VariableType.TIME));
    }

    @Override
    public Set<String> names() {
        return Set.of("owner", "zone");
    }

    @Override
    public boolean namesZones() {
        return true;
    }

    @Override
    public List<String> notes(Parameters parameters) {
        List<String> notes = new ArrayList<>();
        for (String type : parameters.texts("sensitiveTypes")) {
            if (!Details.Zone.sensitiveTypes().contains(type)) {
                notes.add("sensitiveTypes: ingest-service tells of no place in a zone of type " + type);
            }
        }
        if (parameters.number("slow") > Seen.PASSING_KMH) {
            notes.add("slow: reports of more than " + (int) Seen.PASSING_KMH + " km/h are not kept");
        }
        return notes;
    }

    @Override
    public long horizon(Facts facts) {
        return ((Tied) facts).nights().horizon();
    }

    /** A night that came whole with what settles it is told all the same. */
    @Override
    public long toldFrom(Facts facts) {
        return ((Tied) facts).nights().judged();
    }

    /** Nights are kept whole until they are settled. */
    @Override
    public boolean holdsFacts() {
        return false;
    }

    /** Each zone is a matter of its own. */
    @Override
    public boolean apart() {
        return true;
    }

    @Override
    public boolean isSameMatter(Detection word, Finding finding) {
        return finding.mentions().stream()
                .filter(subject -> subject.type() == SubjectType.SITE)
                .allMatch(word.mentions()::contains);
    }

    @Override
    public List<Series> series(Question question) {
        NightBook book = ((Tied) question.facts()).nights();
        if (book.seen().isEmpty()) {
            return List.of();
        }
        List<Series> all = new ArrayList<>();
        if (isLosing(book)) {
            all.add(new Series(
                    List.of(), null, List.of(), List.of(new Undecided(book.lost(), "too-many-reports")), false));
        }
        Map<String, List<NightStay>> nights = new TreeMap<>();
        for (NightStay stay : new NightStays(question, book).of(plate -> isTied(question, plate))) {
            nights.computeIfAbsent(stay.dawn() + " " + stay.zone().id(), none -> new ArrayList<>())
                    .add(stay);
        }
        nights.values().forEach(stays -> all.add(series(question, book, stays)));
        return all;
    }

    /** A night that is given up whole is settled one millisecond after its end. */
    private static boolean isLosing(NightBook book) {
        return book.lost() > 0 && book.lost() + 1 >= book.horizon();
    }

    /** What was told once may be tied no longer. */
    private boolean isTied(Question question, String plate) {
        String carrier = carrier(question, plate);
        String code = question.subject().id();
        if (owner == SubjectType.ENTERPRISE) {
            return code.equals(carrier);
        }
        Entry<Details.Person> person = question.world().person(code);
        return person != null
                && (person.details().vehicles().contains(plate)
                        || carrier != null && person.details().enterprises().contains(carrier));
    }

    private static String carrier(Question question, String plate) {
        RegistryEntry vehicle = question.world().vehicle(plate);
        return vehicle == null ? null : ((Details.Vehicle) vehicle.details()).carrier();
    }

    /** A night that is settled is over, whatever the clock of the feed shows that told of it. */
    private Series series(Question question, NightBook book, List<NightStay> stays) {
        stays.sort(ORDER);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int count = 1; count <= stays.size(); count++) {
            snapshots.add(snapshot(question, stays.subList(0, count)));
        }
        NightStay last = stays.get(stays.size() - 1);
        return last.dawn() < book.horizon()
                ? Series.of(snapshots, last.dawn(), List.of())
                : Series.until(last.dawn(), last.sure().feed(), question, snapshots);
    }

    private Snapshot snapshot(Question question, List<NightStay> stays) {
        Zone zone = stays.get(0).zone();
        NightStay last = stays.get(stays.size() - 1);
        Set<String> plates = new TreeSet<>();
        Set<String> carriers = new TreeSet<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        stays.forEach(stay -> plates.add(stay.plate()));
        plates.forEach(plate -> carriers.add(carrier(question, plate)));
        long since = stays.stream().mapToLong(NightStay::enter).min().orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("vehicles", (long) plates.size());
        values.put("plates", String.join(", ", plates));
        values.put("oneFirm", carriers.size() == 1 && !carriers.contains(null));
        values.put("zoneType", zone.type());
        values.put("core", zone.core());
        values.put("since", Instant.ofEpochMilli(since));
        return new Snapshot(last.at(), last.sure().receivedAt(), values, finding(question, since, stays));
    }

    private Finding finding(Question question, long since, List<NightStay> stays) {
        Zone zone = stays.get(0).zone();
        Finding finding = new Finding(since)
                .at(zone.ring().middle(), zone.division())
                .mentions(Subject.site(zone.id()))
                .names("owner", ownerName(question))
                .names("zone", Labels.site(question.world(), zone.id()))
                .refers("zone:" + zone.id(), zone.version());
        for (NightStay stay : stays) {
            finding.because(NightStay.proof(stay.first())).because(NightStay.proof(stay.sure()));
            RegistryEntry vehicle = question.world().vehicle(stay.plate());
            if (vehicle != null) {
                finding.refers(vehicle.key(), vehicle.version());
            }
        }
        return owner == SubjectType.ENTERPRISE ? ofFirm(question, stays, finding) : ofPerson(question, finding);
    }

    /** Of a person the code: the registry has no name. */
    private LocalizedText ownerName(Question question) {
        String code = question.subject().id();
        return owner == SubjectType.ENTERPRISE ? Labels.enterprise(question.world(), code) : Labels.same(code);
    }

    private static Finding ofFirm(Question question, List<NightStay> stays, Finding finding) {
        Entry<Details.Enterprise> firm =
                question.world().enterprise(question.subject().id());
        stays.forEach(stay -> finding.mentions(Subject.vehicle(stay.plate())));
        return firm == null ? finding : finding.refers("enterprise:" + firm.id(), firm.version());
    }

    /** The vehicles are not mentioned: their carriers would be sent what is told of the person. */
    private static Finding ofPerson(Question question, Finding finding) {
        Entry<Details.Person> person =
                question.world().person(question.subject().id());
        return finding.refers("person:" + person.id(), person.version());
    }
}
