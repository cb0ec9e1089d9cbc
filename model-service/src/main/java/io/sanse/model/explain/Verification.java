package io.sanse.model.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.model.file.ModelFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Executes an evidence bundle again, with nothing but what is in it. */
public final class Verification {
    /**
     * What came of it.
     *
     * @param detection that was to be proved, or null when it cannot be read
     * @param differences everything that is not as it should be, for people; none: verified
     */
    public record Verdict(Detection detection, List<String> differences) {
        public Verdict {
            differences = List.copyOf(differences);
        }

        public boolean isVerified() {
            return differences.isEmpty();
        }
    }

    private final EvidenceBundle bundle;
    private final List<String> differences = new ArrayList<>();

    private Verification(EvidenceBundle bundle) {
        this.bundle = bundle;
    }

    /** @throws IllegalArgumentException when this is no bundle; the message says why, in a line */
    public static Verdict of(byte[] bundle) {
        return new Verification(BundleText.read(bundle)).verdict();
    }

    static Verdict of(EvidenceBundle bundle) {
        return new Verification(bundle).verdict();
    }

    private Verdict verdict() {
        compareHashes();
        Detection proved = null;
        try {
            proved = BundleText.detection(bundle);
            differences.addAll(replayed(proved, BundleText.recording(bundle)));
        } catch (ModelFileException wrong) {
            wrong.problems().forEach(problem -> differences.add("text: " + problem));
        } catch (IllegalArgumentException wrong) {
            differences.add(wrong.getMessage());
        } catch (RuntimeException impossible) {
            differences.add("history: cannot be played: " + impossible);
        }
        return new Verdict(proved, differences);
    }

    private void compareHashes() {
        Map<String, String> stated = bundle.hashes().parts();
        Map<String, JsonNode> parts = BundleText.parts(bundle);
        parts.forEach((name, content) -> {
            String hash = stated.get(name);
            if (hash == null) {
                differences.add(name + ": has no hash" + what(content));
            } else if (!hash.equals(Canonical.sha256(content))) {
                differences.add(name + ": the content is not that of its hash" + what(content));
            }
        });
        new TreeSet<>(stated.keySet())
                .stream()
                        .filter(name -> !parts.containsKey(name))
                        .forEach(name -> differences.add(name + ": has a hash, but is not there"));
        if (!BundleText.whole(bundle.format(), stated).equals(bundle.hashes().whole())) {
            differences.add("whole: the hashes of the parts are not those of the hash of the whole");
        }
    }

    /** Names the part for people. */
    private static String what(JsonNode content) {
        JsonNode observations = content.path("observations");
        if (observations.isArray()) {
            List<String> named = new ArrayList<>();
            observations.forEach(one -> named.add(one.path("subject").asText() + " of "
                    + one.path("observedAt").asText() + ", " + one.path("id").asText()));
            return named.isEmpty() ? "" : " (" + String.join("; ", named.subList(0, Math.min(3, named.size()))) + ')';
        }
        String name = content.path("key").asText(content.path("id").asText());
        return name.isEmpty() ? "" : " (" + name + ')';
    }

    /** How the word that a recording gives differs from a stated one. */
    static List<String> replayed(Detection stated, Recording recording) {
        List<Detection> words = new ArrayList<>();
        Player player = new Player(recording.modelSet(), recording.course(), words::add);
        recording.history().forEach(player::play);
        Detection found = words.stream()
                .filter(word -> word.id().equals(stated.id()) && word.revision() == stated.revision())
                .findFirst()
                .orElse(null);
        return found == null ? List.of(unfound(stated, words)) : new Comparison("detection").of(stated, found);
    }

    private static String unfound(Detection stated, List<Detection> words) {
        String sought = "detection: " + stated.model() + " version " + stated.modelVersion() + " on " + stated.subject()
                + " from " + stated.episodeStart() + ", revision " + stated.revision() + ", is not found; the replay ";
        return words.stream()
                .filter(word -> word.model().equals(stated.model()))
                .reduce((earlier, later) -> later)
                .map(last -> sought + "says at last: " + last.change().text() + " "
                        + last.level().text() + " on " + last.subject() + " from " + last.episodeStart() + ", revision "
                        + last.revision())
                .orElse(sought + "says nothing of this model");
    }
}
