package io.sanse.bench.peers;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.pipeline.SourceBuilder.SourceBuffer;
import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Events;
import io.sanse.bench.stream.Sort;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hazelcast Jet in this process: one member on loopback, one cooperative thread, no snapshots. */
final class JetPeer implements Contestant {
    /** Jet copies what it runs, also within one process: the events are found again by their number. */
    private static final Map<Integer, JetPeer> RUNNING = new ConcurrentHashMap<>();

    private static final String LOOPBACK = "127.0.0.1";
    private static final int BATCH = 256;

    private final Events events;
    private final long end;
    private final Answers answers;
    private final HazelcastInstance member;
    private Scales scales;

    /** @param end how far the clock goes on behind the last event, ms since the epoch */
    JetPeer(Events events, long until, long end) {
        this.events = events;
        this.end = end;
        this.answers = new Answers(until);
        this.member = Hazelcast.newHazelcastInstance(config());
    }

    private static Config config() {
        Config config = new Config();
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getJetConfig().setEnabled(true).setCooperativeThreadCount(1);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        return config;
    }

    @Override
    public void play(Scales given) {
        scales = given;
        int number = System.identityHashCode(this);
        RUNNING.put(number, this);
        try {
            member.getJet().newJob(JetRules.pipeline(number)).join();
        } finally {
            RUNNING.remove(number);
        }
    }

    /** Hands the events of one peer to its job. */
    static final class Feed {
        private final JetPeer peer;
        private int next;

        Feed(int number) {
            peer = RUNNING.get(number);
        }

        /** Behind the last event comes one that only moves the clock. */
        void fill(SourceBuffer<Event> buffer) {
            int size = peer.events.size();
            if (next == 0) {
                peer.scales.tare();
            }
            for (int until = Math.min(size, next + BATCH); next < until; next++) {
                buffer.add(peer.events.event(next));
            }
            if (next == size) {
                peer.scales.weigh();
                Event last = new Event();
                last.sort = Sort.PROGRESS.ordinal();
                last.key = "";
                last.at = peer.end;
                buffer.add(last);
                buffer.close();
            }
        }
    }

    /** Takes what the job of a peer has found. */
    static void found(int number, Answer answer, long moment) {
        RUNNING.get(number).answers.add(answer, moment);
    }

    @Override
    public void playInputOnly() {
        events.makeAll();
    }

    @Override
    public Set<Answer> answers() {
        return answers.all();
    }

    @Override
    public void close() {
        member.shutdown();
    }
}
