package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Events;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Flink 2 in this process: event time, state on the heap, one slot, objects reused, no checkpoints. */
final class FlinkPeer implements Contestant {
    /** Flink copies what it runs, also within one process: the events are found again by their number. */
    private static final Map<Integer, FlinkPeer> RUNNING = new ConcurrentHashMap<>();

    private static final String LOOPBACK = "127.0.0.1";

    private final FlinkJob job;
    private final Events events;
    private final Answers answers;

    FlinkPeer(FlinkJob job, Events events, long until) {
        this.job = job;
        this.events = events;
        this.answers = new Answers(until);
    }

    @Override
    public void play() throws Exception {
        int number = System.identityHashCode(this);
        RUNNING.put(number, this);
        Configuration settings = new Configuration();
        for (String part : new String[] {"jobmanager", "taskmanager"}) {
            settings.setString(part + ".bind-host", LOOPBACK);
        }
        settings.setString("jobmanager.rpc.address", LOOPBACK);
        settings.setString("taskmanager.host", LOOPBACK);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        environment.getConfig().enableObjectReuse();
        SerializableTimestampAssigner<Event> time = (event, before) -> event.at;
        DataGeneratorSource<Event> source =
                new DataGeneratorSource<>(new Feed(number), events.size(), TypeInformation.of(Event.class));
        WatermarkStrategy<Event> watermarks =
                WatermarkStrategy.<Event>forMonotonousTimestamps().withTimestampAssigner(time);
        try (CloseableIterator<String> found = job.answers(environment.fromSource(source, watermarks, "stream"))
                .executeAndCollect()) {
            collect(found);
        } finally {
            RUNNING.remove(number);
        }
    }

    private void collect(Iterator<String> found) {
        while (found.hasNext()) {
            String line = found.next();
            int cut = line.lastIndexOf(' ');
            answers.add(Answer.parse(line.substring(0, cut)), Long.parseLong(line.substring(cut + 1)));
        }
    }

    @Override
    public void playInputOnly() {
        events.makeAll();
    }

    @Override
    public Set<Answer> answers() {
        return answers.all();
    }

    /** The job has gone with its state. */
    @Override
    public void weigh(Heap none) {
        // what is left would not be its state
    }

    @Override
    public void close() {
        // the job has ended with its input
    }

    /** Hands the events to Flink. */
    private static final class Feed implements GeneratorFunction<Long, Event> {
        private final int number;
        private transient FlinkPeer peer;

        Feed(int number) {
            this.number = number;
        }

        @Override
        public void open(SourceReaderContext context) {
            peer = RUNNING.get(number);
        }

        @Override
        public Event map(Long index) {
            return peer.events.event(index.intValue());
        }
    }
}
