package io.sanse.model.detect;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.rule.Episode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a model says of a subject now with what was published, and finds the words that make the two agree. An episode keeps its identity while it is the same
 * stretch: the published one that begins at the same moment or, failing that, the earliest that it overlaps, so that late data that move its beginning amend it. Of situations that are apart only
 * those are compared that are about the same matter; of two that begin at the same moment the second is known by the next.
 */
final class Reconciliation {
    /** So many unsettled episodes of one model on one subject are told, taken back ones among them: what flaps more often says no more to anybody. */
    static final int MOST = 256;

    private final DetectionDraft draft;
    private final boolean mayWithdraw;
    private final List<Detection> words = new ArrayList<>();
    private final List<Detection> kept = new ArrayList<>();
    private final List<Episode> untold = new ArrayList<>();

    /** @param mayWithdraw whether words that nobody finds any more are to be taken back: not when somebody could not look */
    Reconciliation(DetectionDraft draft, boolean mayWithdraw) {
        this.draft = draft;
        this.mayWithdraw = mayWithdraw;
    }

    /** What is to be published, in order. */
    List<Detection> words() {
        return words;
    }

    /** The last word on each episode afterwards. */
    List<Detection> kept() {
        return kept;
    }

    /** What would have to be raised and is not, because too much has been told already. */
    List<Episode> untold() {
        return untold;
    }

    /**
     * @param published the last words on the model's episodes
     * @param episodes what the model says now, by start
     * @param toldFrom an episode that ended before this and is not known is not told any more, ms
     */
    void run(List<Detection> published, List<Episode> episodes, long toldFrom) {
        Map<Episode, Detection> pairs = pairs(published, episodes);
        int room = MOST - published.size();
        for (Episode episode : episodes) {
            Detection before = pairs.get(episode);
            if (before != null) {
                follow(before, episode);
            } else if (episode.end() == null || episode.end() >= toldFrom) {
                if (room-- > 0) {
                    raise(episode, published);
                } else {
                    untold.add(episode);
                }
            }
        }
        for (Detection before : published) {
            if (!pairs.containsValue(before)) {
                if (mayWithdraw && !isSettled(before, toldFrom)) {
                    withdraw(before);
                } else {
                    kept.add(before);
                }
            }
        }
    }

    private Map<Episode, Detection> pairs(List<Detection> published, List<Episode> episodes) {
        Map<Episode, Detection> pairs = new IdentityHashMap<>(episodes.size());
        List<Detection> free = new ArrayList<>(published);
        for (Episode episode : episodes) {
            pair(pairs, free, episode, withItsStart(episode, free));
        }
        for (Episode episode : episodes) {
            if (!free.isEmpty() && !pairs.containsKey(episode)) {
                pair(pairs, free, episode, earliestOver(episode, free));
            }
        }
        return pairs;
    }

    private Detection withItsStart(Episode episode, List<Detection> free) {
        for (Detection before : free) {
            if (before.episodeStart().toEpochMilli() == episode.start() && draft.isSameMatter(before, episode)) {
                return before;
            }
        }
        return null;
    }

    private Detection earliestOver(Episode episode, List<Detection> free) {
        Detection earliest = null;
        for (Detection before : free) {
            boolean fits = before.change() != Change.RETRACTED
                    && (earliest == null || before.episodeStart().isBefore(earliest.episodeStart()))
                    && episode.overlaps(before.episodeStart().toEpochMilli(), endOf(before));
            if (fits && draft.isSameMatter(before, episode)) {
                earliest = before;
            }
        }
        return earliest;
    }

    /** @param before null: nothing fits */
    private static void pair(Map<Episode, Detection> pairs, List<Detection> free, Episode episode, Detection before) {
        if (before != null) {
            pairs.put(episode, before);
            free.remove(before);
        }
    }

    private static long endOf(Detection before) {
        return Dossier.isActive(before) ? Long.MAX_VALUE : before.to().toEpochMilli();
    }

    private void raise(Episode episode, List<Detection> published) {
        long start = episode.start();
        while (isTaken(start, published) || isTaken(start, kept)) {
            start++;
        }
        Detection raised = draft.raised(episode, start);
        words.add(raised);
        kept.add(episode.end() == null ? raised : say(draft.next(raised, episode, Change.CLEARED)));
    }

    /** A word is known by the model, the subject and this. */
    private static boolean isTaken(long start, List<Detection> words) {
        return words.stream().anyMatch(word -> word.episodeStart().toEpochMilli() == start);
    }

    private void follow(Detection before, Episode episode) {
        Detection latest = before;
        boolean isOver = episode.end() != null;
        if (before.change() == Change.RETRACTED) {
            latest = say(draft.next(before, episode, Change.RAISED));
        } else if (isOver ? before.level() != episode.level() : !draft.saysAll(before, episode)) {
            latest = say(draft.next(before, episode, Change.AMENDED));
        }
        if (isOver && !(latest == before && before.change() == Change.CLEARED && draft.saysAll(before, episode))) {
            latest = say(draft.next(latest, episode, Change.CLEARED));
        }
        kept.add(latest);
    }

    /** What is over for so long is only known for its revision: what it rested on may be forgotten. */
    private static boolean isSettled(Detection before, long toldFrom) {
        return !Dossier.isActive(before) && before.to().toEpochMilli() < toldFrom;
    }

    private void withdraw(Detection before) {
        kept.add(before.change() == Change.RETRACTED ? before : say(draft.retracted(before)));
    }

    private Detection say(Detection word) {
        words.add(word);
        return word;
    }
}
