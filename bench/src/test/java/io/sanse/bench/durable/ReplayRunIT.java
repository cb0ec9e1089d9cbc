package io.sanse.bench.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.City;
import io.sanse.bench.stream.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a real broker both engines say the same, and nothing twice. */
class ReplayRunIT {
    private static final int VEHICLES = 250;
    private static final int HOURS = 6;
    private static final String CLIENTS_OF_FLINK = Path.of("target", "flink").toAbsolutePath() + "/*";

    @TempDir
    Path folder;

    @Test
    void flinkFindsWhatSanseDoes() throws Exception {
        City city = new City(VEHICLES);
        ReplayRun run = new ReplayRun(city, HOURS);
        ReplayFigures sanse = replay(run, SanseEngine.FIVE_MODELS, city);
        ReplayFigures flink = replay(run, new FlinkEngine(CLIENTS_OF_FLINK), city);
        assertEquals(
                new HashSet<>(Rules.MODELS),
                sanse.answers().stream().map(Answer::model).collect(Collectors.toSet()));
        assertEquals(sanse.answers(), flink.answers());
        assertEquals(0, sanse.doubled());
        assertEquals(0, flink.doubled());
    }

    private ReplayFigures replay(ReplayRun run, Engine engine, City city) throws Exception {
        try (Broker broker = Broker.start(Files.createDirectory(folder.resolve(engine.name())), city)) {
            return run.measure(engine, broker);
        }
    }
}
