package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.rule.Episode;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the versions of one model say of a subject together: of each episode the version in whose districts it lies. */
final class Opinion {
    private static final int FEW = 2;

    private final Subject subject;
    private final List<Model> versions;
    private final World world;
    private final List<Episode> episodes = new ArrayList<>();
    private final Map<Episode, Model> authors = new IdentityHashMap<>(FEW);

    /** @param versions at least one, all with one signature */
    Opinion(Subject subject, List<Model> versions, World world) {
        this.subject = subject;
        this.versions = versions;
        this.world = world;
    }

    /** Takes of a version's episodes those that are its business. */
    void add(Model version, List<Episode> found) {
        List<Episode> own = version.remit().isEverywhere() ? found : covered(version, found);
        episodes.addAll(own);
        for (Episode episode : own) {
            authors.put(episode, version);
        }
    }

    private List<Episode> covered(Model version, List<Episode> found) {
        List<Episode> own = new ArrayList<>(found.size());
        for (Episode episode : found) {
            if (version.remit().covers(DetectionDraft.divisionOf(episode, world))) {
                own.add(episode);
            }
        }
        return own;
    }

    boolean isEmpty() {
        return episodes.isEmpty();
    }

    /** All of them, by start. */
    List<Episode> episodes() {
        episodes.sort(Comparator.comparingLong(Episode::start));
        return episodes;
    }

    /** Those of the published words that these versions answer for. */
    List<Detection> known(List<Detection> published) {
        String signature = versions.get(0).signature();
        List<Detection> known = new ArrayList<>(published.size());
        for (Detection word : published) {
            if (word.model().equals(signature)) {
                known.add(word);
            }
        }
        return known;
    }

    /** What ended before this time is settled for all of these versions, ms. */
    static long horizon(List<Model> versions, Facts facts) {
        long earliest = Long.MAX_VALUE;
        for (Model version : versions) {
            earliest = Math.min(earliest, version.operator().horizon(facts));
        }
        return earliest;
    }

    /** What ended before this time and was never told none of these versions tells any more, ms. */
    static long toldFrom(List<Model> versions, Facts facts) {
        long earliest = Long.MAX_VALUE;
        for (Model version : versions) {
            earliest = Math.min(earliest, version.operator().toldFrom(facts));
        }
        return earliest;
    }

    /** Whether facts are kept for the sake of what these versions have said. */
    static boolean holdsFacts(List<Model> versions) {
        for (Model version : versions) {
            if (version.operator().holdsFacts()) {
                return true;
            }
        }
        return false;
    }

    /** Words in the name of the version that found the episode; an episode that is taken back is so by the first. */
    DetectionDraft draft(Instant now) {
        return new DetectionDraft(
                episode -> authors.getOrDefault(episode, versions.get(0)), versions.get(0), subject, world, now);
    }
}
