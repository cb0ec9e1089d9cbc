package io.sanse.bench.durable;

import io.sanse.bench.ChildJvm;
import io.sanse.bench.durable.flink.FlinkMain;
import io.sanse.bench.durable.flink.RetainedCheckpoints;
import io.sanse.bench.stream.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Flink with the five rules in one keyed process function, behind the same topics and as durable: a checkpoint is its transaction. */
final class FlinkEngine implements Engine {
    private final String clients;

    /** @param clients class path of the Kafka client that Flink's connector goes with */
    FlinkEngine(String clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "flink";
    }

    @Override
    public String text() {
        return "Flink, five rules";
    }

    @Override
    public String group() {
        return FlinkMain.GROUP;
    }

    @Override
    public ChildJvm start(Broker broker, Duration commit) throws IOException {
        List<String> arguments = List.of(
                broker.settings().bootstrapServers(), checkpoints(broker).toString(), commit.toString());
        return ChildJvm.start(
                new ChildJvm.Launch(FlinkMain.class, clients, Durable.ENGINE_OPTIONS, Map.of(), arguments),
                log(broker));
    }

    private static Path checkpoints(Broker broker) {
        return broker.work().resolve("checkpoints");
    }

    /** A line is what Flink writes: the answer, a space, the moment. */
    @Override
    public Word word(byte[] value) {
        String line = new String(value, StandardCharsets.UTF_8);
        int cut = line.lastIndexOf(' ');
        Answer answer = Answer.parse(line.substring(0, cut));
        return new Word(answer.toString(), 1, true, answer, Long.parseLong(line.substring(cut + 1)));
    }

    @Override
    public long stateBytes(Broker broker) throws IOException {
        return RetainedCheckpoints.in(checkpoints(broker)).newestBytes();
    }
}
