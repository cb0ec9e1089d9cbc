package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Events;
import java.util.Iterator;
import java.util.Set;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Flink 2 in this process: event time, state on the heap, one slot, objects reused, no checkpoints. */
final class FlinkPeer implements Contestant {
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
    public void play(Scales scales) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, settings());
        environment.getConfig().enableObjectReuse();
        SerializableTimestampAssigner<Event> time = (event, before) -> event.at;
        WatermarkStrategy<Event> watermarks =
                WatermarkStrategy.<Event>forMonotonousTimestamps().withTimestampAssigner(time);
        try (FlinkFeed feed = new FlinkFeed(events, scales);
                CloseableIterator<String> found = job.answers(
                                environment.fromSource(feed.source(), watermarks, "stream"))
                        .executeAndCollect()) {
            collect(found);
        }
    }

    private static Configuration settings() {
        Configuration settings = new Configuration();
        for (String part : new String[] {"jobmanager", "taskmanager"}) {
            settings.setString(part + ".bind-host", LOOPBACK);
        }
        settings.setString("jobmanager.rpc.address", LOOPBACK);
        settings.setString("taskmanager.host", LOOPBACK);
        return settings;
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

    @Override
    public void close() {
        // the job has ended with its input
    }
}
