package io.sanse.model.release.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.ServiceError;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Turn;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionStage;
import io.sanse.runtime.json.Json;
import io.vertx.serviceproxy.ServiceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assignment fits into one record of the broker, whatever the versions' texts are. */
class AssigningTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private static Version version(int number, String letter, int length) {
        return new Version(number, letter.repeat(length));
    }

    private static ModelVersion trial(VersionStage stage, String letter, int length) {
        return new ModelVersion(
                "m",
                9,
                1,
                stage,
                "author",
                stage == VersionStage.CANARY ? List.of("330784") : List.of(),
                NOON,
                letter.repeat(length),
                "",
                null,
                null,
                null,
                null,
                List.of());
    }

    private static ModelAssignment before(int turns, String letter, int length) {
        List<Turn> all = new ArrayList<>();
        IntStream.range(0, turns)
                .forEach(i -> all.add(new Turn(NOON.plusSeconds(i), version(i, letter, length), null, null)));
        return new ModelAssignment("m", 7, all);
    }

    @ParameterizedTest(name = "{1} characters {0} each, after {2} turns: {3} are kept")
    @CsvSource({
        "a, 3000, 5, 6",
        "a, 99000, 9, 10",
        "a, 100000, 9, 9",
        "浙, 100000, 5, 3",
        "浙, 100000, 2, 3",
        "浙, 100000, 1, 2"
    })
    void theOldestTurnsAreLeftOutUntilTheRestFits(String letter, int length, int turns, int kept) {
        ModelAssignment next = Assigning.next(
                before(turns, letter, length),
                "m",
                version(99, letter, length),
                List.of(),
                NOON.plusSeconds(60),
                NOON.plusSeconds(30));
        assertEquals(kept, next.turns().size());
        assertEquals(99, next.turns().get(kept - 1).live().number());
        assertEquals(turns - 1, next.turns().get(kept - 2).live().number(), "what judges until then");
        assertEquals(8, next.revision());
        assertTrue(Json.bytes(next).length <= Assigning.MOST_BYTES);
    }

    @ParameterizedTest(name = "live and canary of {1} characters {0} after one of as many: refused {2}")
    @CsvSource({"a, 100000, false", "浙, 100000, false", "浙, 120000, true"})
    void whatFitsIntoNoRecordIsRefused(String letter, int length, boolean refused) {
        ModelVersion canary = trial(VersionStage.CANARY, letter, length);
        Version live = version(5, letter, length);
        if (refused) {
            ServiceException told = assertThrows(
                    ServiceException.class,
                    () -> Assigning.next(
                            before(3, letter, length), "m", live, List.of(canary), NOON.plusSeconds(60), NOON));
            assertEquals(ServiceError.REJECTED, ServiceError.of(told));
            assertTrue(told.getMessage().contains("at most 1,000,000"), told::getMessage);
        } else {
            List<Turn> turns = Assigning.next(
                            before(3, letter, length), "m", live, List.of(canary), NOON.plusSeconds(60), NOON)
                    .turns();
            assertEquals(9, turns.get(turns.size() - 1).canary().version().number());
        }
    }
}
