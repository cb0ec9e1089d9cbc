package io.sanse.model.detect.oracle;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.observation.Clue;
import io.sanse.contract.observation.ClueGrid;
import io.sanse.contract.observation.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Clues in one cell, in words of a few matters. */
final class ClueOracle implements Oracle {
    private static final int DAY = 86_400;
    private static final int LENGTH = 60 * DAY;
    private static final long WINDOW = 14L * DAY;
    private static final String WORDS = "truck pit night barrel smell river smoke dog wall road mud light";

    private final RandomFeed feed;

    ClueOracle(long seed) {
        feed = new RandomFeed(ClueGrid.cell(RandomFeed.place(0, 0)), seed);
        for (int number = 0; number < 30; number++) {
            String reporter = feed.chance(3) ? null : "r" + feed.random.nextInt(5);
            String channel = feed.random.nextBoolean() ? "hotline" : "app";
            Clue clue = new Clue("C" + number, channel, text(feed.random.nextInt(3)), reporter);
            feed.tell(feed.random.nextInt(45 * DAY), place(), List.of(), clue);
        }
    }

    private GeoPoint place() {
        return RandomFeed.place(feed.random.nextInt(940) - 470.0, feed.random.nextInt(1_080) - 540.0);
    }

    /** Three words of four that belong to a matter, and some others. */
    private String text(int matter) {
        String[] words = WORDS.split(" ");
        Set<String> text = new HashSet<>();
        for (int word = 0; word < 3; word++) {
            text.add(words[4 * matter + feed.random.nextInt(4)]);
        }
        for (int noise = feed.random.nextInt(4); noise > 0; noise--) {
            text.add(words[feed.random.nextInt(words.length)]);
        }
        return String.join(" ", text);
    }

    @Override
    public Trial trial() {
        return new Trial("clue-cluster", List.of(), feed.all(), Duration.ofSeconds(LENGTH), Duration.ofDays(6));
    }

    /** A case: the clues in it, and when one came that had enough others before it. */
    private record Case(Set<Observation> clues, List<Long> moments) {}

    @Override
    public List<Told> expected() {
        List<Observation> clues = feed.sorted(Clue.class);
        List<Case> cases = new ArrayList<>();
        for (Observation last : clues) {
            List<Observation> alike =
                    clues.stream().filter(clue -> isOfOneMatter(clue, last)).toList();
            if (reporters(alike) >= 3) {
                Case goesOn = cases.stream()
                        .filter(one -> alike.stream().anyMatch(one.clues()::contains))
                        .findFirst()
                        .orElse(null);
                if (goesOn == null) {
                    goesOn = new Case(new HashSet<>(), new ArrayList<>());
                    cases.add(goesOn);
                }
                goesOn.clues().addAll(alike);
                goesOn.moments().add(RandomFeed.at(last));
            }
        }
        return cases.stream().map(ClueOracle::told).toList();
    }

    private static Told told(Case one) {
        long over = one.moments().get(one.moments().size() - 1) + WINDOW;
        return new Told(Level.YELLOW, one.moments().get(0), over <= RandomFeed.START_S + LENGTH ? over : Told.LASTS);
    }

    private static boolean isOfOneMatter(Observation clue, Observation last) {
        long before = RandomFeed.at(last) - RandomFeed.at(clue);
        return before >= 0
                && before <= WINDOW
                && clue.location().distanceM(last.location()) <= 1_000
                && likeness(words(clue), words(last)) >= 0.15;
    }

    private static Set<String> words(Observation clue) {
        return Set.of(((Clue) clue.payload()).text().split(" "));
    }

    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return (double) common.size() / all.size();
    }

    private static int reporters(List<Observation> clues) {
        Set<Object> reporters = new HashSet<>();
        for (Observation clue : clues) {
            String reporter = ((Clue) clue.payload()).reporter();
            reporters.add(reporter == null ? clue.id() : reporter);
        }
        return reporters.size();
    }
}
