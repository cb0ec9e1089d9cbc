package io.sanse.bench.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.bench.durable.LiveFigures.Latency;
import io.sanse.bench.durable.LiveFigures.Recovery;
import io.sanse.bench.durable.LiveFigures.State;
import io.sanse.bench.durable.LiveFigures.Throughput;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is printed can be pasted as a table: each row has as many cells as its header. */
class FiguresTest {
    private static final Throughput THROUGHPUT =
            new Throughput(1_000, Map.of(Processes.ENGINE, 1.0, Processes.BROKER, 2.0, Processes.LOAD, 3.0));

    @Test
    void rowsFitTheirHeader() {
        LiveFigures live = new LiveFigures(
                "engine",
                THROUGHPUT,
                THROUGHPUT,
                new State(10, 100, 200),
                new Latency(1, 2, 3),
                new Recovery(1_500, 7, 1, 0));
        ReplayFigures replay = new ReplayFigures("engine", THROUGHPUT, Set.of(), 0);
        assertEquals(
                "| engine | 1,000 | 1.0 | 2.0 | 3.0 | 1,000 | 1 / 2 ms | 10 B / 20 B | 1.5 s | 6 of 7, 0 doubled |",
                live.row());
        assertEquals("| engine | 1,000 | 1.0 | 2.0 | 3.0 | 0, 0 doubled |", replay.row());
        LiveFigures.header().lines().forEach(line -> assertEquals(cells(live.row()), cells(line)));
        ReplayFigures.header().lines().forEach(line -> assertEquals(cells(replay.row()), cells(line)));
    }

    private static long cells(String line) {
        return line.chars().filter(sign -> sign == '|').count();
    }
}
