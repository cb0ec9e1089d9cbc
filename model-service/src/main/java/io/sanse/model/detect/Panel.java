package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.track.Visit;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The models of one kind of subject, and who of them reads facts of which kind: whom it does not concern costs nothing. */
final class Panel {
    private static final BitSet NOBODY = new BitSet();
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<List<Model>> all;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, BitSet> readers = new HashMap<>();
    private final BitSet readersOfCaptures = new BitSet();
    private final BitSet readersOfVisits;
    private final long mark;

    /** @param models versions whose words belong together are in one list */
    Panel(Collection<List<Model>> models) {
        all = List.copyOf(models);
        long mixed = 1;
        for (int place = 0; place < all.size(); place++) {
            List<Model> versions = all.get(place);
            places.put(versions.get(0).signature(), place);
            for (String kind : kinds(versions)) {
                readers.computeIfAbsent(kind, none -> new BitSet()).set(place);
            }
            for (Model version : versions) {
                mixed = (mixed ^ text(version).hashCode()) * MIX;
            }
        }
        mark = mixed;
        readersOfCaptures.or(readers("capture"));
        readersOfCaptures.or(readers("pass"));
        readersOfCaptures.or(readers("presence"));
        readersOfVisits = readers("visit");
    }

    private static Set<String> kinds(List<Model> versions) {
        Set<String> kinds = new HashSet<>();
        versions.forEach(version -> kinds.addAll(version.operator().facts()));
        return kinds;
    }

    private static String text(Model version) {
        return version.signature()
                + ':'
                + version.head().version()
                + new TreeSet<>(version.remit().only())
                + new TreeSet<>(version.remit().except())
                + (version.overrides().isEmpty() ? "" : version.overrides().values())
                + (version.silences().isEmpty() ? "" : version.silences());
    }

    /** Who they are; the same in every process. Other models, other versions, other districts or other values in places have another mark. */
    long mark() {
        return mark;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The versions at a place. */
    List<Model> at(int place) {
        return all.get(place);
    }

    /** The place of the versions with this signature, or −1. */
    int place(String signature) {
        return places.getOrDefault(signature, -1);
    }

    /**
     * The places of those whose business an occasion is.
     *
     * @param dossier with the facts as they are now
     * @param question on the same facts; its parameters are replaced by each model's own
     */
    BitSet concerned(Occasion occasion, Dossier dossier, Question question) {
        BitSet chosen = new BitSet(all.size());
        if (occasion.isForAll()) {
            chosen.set(0, all.size());
            return chosen;
        }
        for (String kind : occasion.kinds()) {
            chosen.or(readers(kind));
        }
        for (String signature : occasion.signatures()) {
            int place = place(signature);
            if (place >= 0) {
                chosen.set(place);
            }
        }
        chooseThoseWhoStandByAWord(chosen, occasion, dossier);
        for (Observation capture : occasion.captures()) {
            if (isLate(capture, dossier.facts())) {
                chosen.or(readersOfCaptures);
            } else {
                choose(chosen, readersOfCaptures, question.subject(), version -> version.operator()
                        .minds(capture, question.with(version.parameters())));
            }
        }
        for (Visit visit : occasion.visits()) {
            choose(chosen, readersOfVisits, question.subject(), version -> version.operator()
                    .minds(visit, question.with(version.parameters())));
        }
        return chosen;
    }

    /** Whether a vehicle's later captures have been judged without it. */
    private static boolean isLate(Observation capture, Facts facts) {
        return facts instanceof VehicleFacts vehicle && !vehicle.passes().endsWith(capture);
    }

    /** What they said, and what is not settled of it though it is over, may have become wrong by a change of the registry, after which nothing is minded any more. */
    private void chooseThoseWhoStandByAWord(BitSet chosen, Occasion occasion, Dossier dossier) {
        for (Detection word : dossier.published()) {
            int place = word.change() == Change.RETRACTED ? -1 : place(word.model());
            boolean reads = place >= 0
                    && (!occasion.captures().isEmpty() && readersOfCaptures.get(place)
                            || !occasion.visits().isEmpty() && readersOfVisits.get(place));
            if (reads) {
                chosen.set(place);
            }
        }
    }

    private BitSet readers(String kind) {
        return readers.getOrDefault(kind, NOBODY);
    }

    /** Adds those of these readers of whom one version minds. */
    private void choose(BitSet chosen, BitSet reading, Subject subject, Predicate<Model> minds) {
        for (int place = reading.nextSetBit(0); place >= 0; place = reading.nextSetBit(place + 1)) {
            if (!chosen.get(place) && anyOf(all.get(place), subject, minds)) {
                chosen.set(place);
            }
        }
    }

    private static boolean anyOf(List<Model> versions, Subject subject, Predicate<Model> minds) {
        for (Model version : versions) {
            if (mayMind(version, subject, minds)) {
                return true;
            }
        }
        return false;
    }

    /** One that cannot even tell is asked, and fails there for itself alone. */
    private static boolean mayMind(Model version, Subject subject, Predicate<Model> minds) {
        try {
            return version.overrides().isEmpty()
                    ? minds.test(version)
                    : version.judging(subject).stream().anyMatch(minds);
        } catch (RuntimeException defect) {
            return true;
        }
    }
}
