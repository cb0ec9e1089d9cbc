package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Who has to be looked at when. Holds nothing that is not in the dossiers: it is made anew from them. */
final class WakeQueue {
    private record Dial(String feed, Hand hand) {}

    private record Due(long at, Subject subject, String model) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(at, other.at);
        }
    }

    private final Map<Dial, PriorityQueue<Due>> queues = new HashMap<>();
    private final Map<Subject, List<Wake>> queued = new HashMap<>();

    /**
     * From now on a subject is woken at these times only.
     *
     * @param wakes never changed afterwards
     */
    void set(Subject subject, List<Wake> wakes) {
        if (wakes.isEmpty()) {
            queued.remove(subject);
            return;
        }
        List<Wake> before = queued.get(subject);
        if (before == wakes) {
            return;
        }
        queued.put(subject, wakes);
        for (Wake wake : wakes) {
            if (before == null || !before.contains(wake)) {
                queues.computeIfAbsent(new Dial(wake.feed(), wake.hand()), none -> new PriorityQueue<>())
                        .add(new Due(wake.at(), subject, wake.model()));
            }
        }
    }

    /** Takes out those whose time has come, and who wants to look at them. */
    Map<Subject, Occasion> due(Clocks clocks) {
        Map<Subject, Occasion> due = new LinkedHashMap<>();
        queues.forEach((dial, queue) -> {
            long shown = clocks.show(dial.feed(), dial.hand());
            boolean known = clocks.of(dial.feed()) != null;
            while (known && !queue.isEmpty() && queue.peek().at() <= shown) {
                Due next = queue.poll();
                Wake wake = new Wake(dial.feed(), dial.hand(), next.at(), next.model());
                List<Wake> wanted = queued.get(next.subject());
                if (wanted != null && wanted.contains(wake)) {
                    due.computeIfAbsent(next.subject(), none -> new Occasion()).due(wake);
                }
            }
        });
        return due;
    }
}
