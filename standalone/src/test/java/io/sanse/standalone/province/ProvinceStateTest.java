package io.sanse.standalone.province;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sanse.standalone.journal.Journal;
import io.sanse.testing.TestClock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvinceStateTest {
    private static final TestClock CLOCK = new TestClock("2026-03-05T12:00:00Z");

    @TempDir
    Path directory;

    private Path file;
    private ProvinceState state;
    private List<JsonObject> feed;

    @BeforeEach
    void open() {
        file = directory.resolve("province.jsonl");
        state = new ProvinceState(new Journal(file), CLOCK);
        feed = feed(6);
    }

    @Test
    void takesEventsInOrderAndEachOnce() {
        feed.forEach(event -> assertEquals(ProvinceState.Reception.APPLIED, state.receive(event)));
        feed.forEach(event -> assertEquals(ProvinceState.Reception.REPEATED, state.receive(event)));
        assertEquals(6, state.citySeq());
        assertEquals(2, state.alerts().size());
        assertEquals(3, state.alerts().get(0).getInteger("steps"));
    }

    @Test
    void seesAGapAndAForgedPredecessor() {
        state.receive(feed.get(0));
        assertEquals(ProvinceState.Reception.GAP, state.receive(feed.get(2)));
        JsonObject forged = feed.get(1).copy().put("prevhash", "f".repeat(64));
        assertEquals(ProvinceState.Reception.GAP, state.receive(forged));
        assertEquals(1, state.citySeq());
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertEquals(ProvinceState.Reception.REFUSED, state.receive(new JsonObject()));
        JsonObject old = feed.get(0).copy().put("specversion", "0.3");
        assertEquals(ProvinceState.Reception.REFUSED, state.receive(old));
    }

    @Test
    void anyOrderWithRepeatsEndsInTheSameStateOverRestarts() throws IOException {
        Random random = new Random(11);
        for (int round = 0; state.citySeq() < feed.size(); round++) {
            List<JsonObject> shuffled = new ArrayList<>(feed);
            Collections.shuffle(shuffled, random);
            shuffled.forEach(state::receive);
            if (round % 2 == 0) {
                Files.writeString(file, "{\"cut", StandardOpenOption.APPEND);
                state = new ProvinceState(new Journal(file), CLOCK);
            }
        }
        ProvinceState straight = new ProvinceState(new Journal(directory.resolve("straight.jsonl")), CLOCK);
        feed.forEach(straight::receive);
        assertEquals(straight.alerts(), state.alerts());
        assertEquals(straight.cityDigest(), state.cityDigest());
    }

    @Test
    void itsOwnCommandsAreAFeedOfTheirOwnAndSurviveARestart() {
        JsonObject first = state.command("urge", "a", new JsonObject().put("reason", "slow"));
        JsonObject second = state.command("return", "a", new JsonObject().put("returnTo", "handled"));
        assertFalse(first.getString("id").equals(second.getString("id")));
        ProvinceState restarted = new ProvinceState(new Journal(file), CLOCK);
        assertEquals(List.of(first, second), restarted.ownAfter(0, 10));
        assertEquals(List.of(second), restarted.ownAfter(1, 10));
        assertEquals(state.head(), restarted.head());
    }

    private static List<JsonObject> feed(int length) {
        EventChain chain = new EventChain();
        for (int i = 1; i <= length; i++) {
            chain.append(new JsonObject()
                    .put("specversion", "1.0")
                    .put("id", "e" + i)
                    .put("source", "urn:sanse:city:330784")
                    .put("type", "sanse.alert.raised")
                    .put("subject", "alert-" + i % 2)
                    .put("time", "2026-03-05T12:00:0" + i + "Z")
                    .put("seq", i)
                    .put("prevhash", chain.head())
                    .put("data", new JsonObject().put("level", "yellow").put("state", "open")));
        }
        return new ArrayList<>(chain.after(0, length));
    }
}
