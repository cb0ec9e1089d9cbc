package io.sanse.model.detect.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.LedgerEntry.Entry;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.StockEntry;
import io.sanse.contract.observation.StockEntry.Act;
import io.sanse.contract.observation.Weighing;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of a subject of which more is told than can be the newest is kept, and what is not is told. */
class TrimTest {
    private static final int MOST = Trim.MOST;
    private static final Instant START = Instant.parse("2026-03-05T00:00:00Z");
    private static final Subject FIRM = Subject.enterprise("F1");

    private static Observation entry(int number, Act act, double tonnes) {
        return Overgrown.told(
                FIRM, START.plus(Duration.ofMinutes(number)), new StockEntry(act, "F1", "S1", tonnes, null, null));
    }

    private static double balance(StockBook book) {
        StockBook.Opening sum = book.openings().getOrDefault("S1", StockBook.Opening.UNKNOWN);
        for (Observation entry : book.entries()) {
            sum = sum.with(entry);
        }
        return sum.tonnes();
    }

    @Test
    void nothingGoesUpToTheLimit() {
        for (Facts facts : Overgrown.all(0)) {
            Trim trim = new Trim();
            assertSame(facts, facts.trimmed(trim));
            assertEquals(Map.of(), trim.cut());
        }
    }

    @Test
    void oneMoreOfEachBookGoesAndIsTold() {
        List<Map<String, Integer>> cut = new ArrayList<>();
        for (Facts facts : Overgrown.all(1)) {
            Trim trim = new Trim();
            Facts trimmed = facts.trimmed(trim);
            cut.add(trim.cut());
            assertSame(trimmed, trimmed.trimmed(new Trim()));
        }
        assertEquals(
                List.of(
                        Map.of("visit", 1, "silence", 1, "manifest", 1, "pass", 1, "weighing", 1),
                        Map.of("manifest", 1, "weighing", 1),
                        Map.of("lot", 1, "ledger", 1, "operation", 1, "stock", 1, "inspection", 1, "weighing", 1),
                        Map.of("pass", 1, "sighting", 1),
                        Map.of("manifest", 1)),
                cut);
    }

    @Test
    void theOldestGo() {
        Facts facts = Overgrown.all(1).get(0);
        VehicleFacts trimmed = (VehicleFacts) facts.trimmed(new Trim());
        assertEquals(((VehicleFacts) facts).passes().get(1), trimmed.passes().get(0));
        assertEquals(((VehicleFacts) facts).visits().get(1), trimmed.visits().get(0));
        assertEquals(MOST, trimmed.passes().size());
    }

    @Test
    void theBalanceOfAStockGoesOnAndOldEntriesAreNotCountedTwice() {
        List<Observation> entries = new ArrayList<>();
        entries.add(entry(0, Act.COUNTED, 100));
        for (int number = 1; number <= MOST + 9; number++) {
            entries.add(entry(number, Act.ISSUED, 0.01));
        }
        StockBook book = new StockBook(entries, Map.of());
        StockBook trimmed = book.trimmed(new Trim());
        assertEquals(MOST, trimmed.entries().size());
        assertEquals(balance(book), balance(trimmed), 1e-6);
        assertSame(trimmed, trimmed.with(entries.get(9)), "it is in the opening");
        assertSame(trimmed, trimmed.with(entries.get(10)), "it is among the entries");
        assertEquals(entries.get(9).observedAt().toEpochMilli() + 1, trimmed.horizon());
    }

    @Test
    void lotsGoWholeThoseFirstThatAreEmpty() {
        EnterpriseFacts full = (EnterpriseFacts) Overgrown.all(0).get(2);
        Map<String, Lot> lots = new TreeMap<>(full.lots());
        lots.put("new", Overgrown.lot("new", Entry.STORED));
        lots.put("L7", Overgrown.lot("L7", Entry.TAKEN_OUT));
        Trim trim = new Trim();
        Map<String, Lot> left = new EnterpriseFacts(
                        lots,
                        full.ledger(),
                        full.pickUps(),
                        full.work(),
                        full.offences(),
                        full.newest(),
                        full.feed(),
                        full.books())
                .trimmed(trim)
                .lots();
        assertEquals(Map.of("lot", 1), trim.cut());
        assertEquals(List.of(false, true), List.of(left.containsKey("L7"), left.containsKey("new")));
    }

    @Test
    void theDetectorTellsWhatIsKeptNoLonger() {
        Subject manifest = Subject.manifest("M1");
        Weighing weighing = new Weighing("S1", Weighing.Side.SENT, null, "M1", 30.0, 10.0, 20.0, null);
        List<Observation> weighings = new ArrayList<>();
        for (int number = 0; number <= MOST; number++) {
            weighings.add(Overgrown.told(manifest, START.plus(Duration.ofMinutes(number)), weighing));
        }
        HeapMemory memory = new HeapMemory();
        Findings findings = new Findings();
        PartitionDetector detector = new PartitionDetector(Library.load(), memory, findings);
        detector.process(weighings.subList(0, MOST), World.EMPTY);
        assertEquals(Set.of(), findings.reasons());
        detector.process(weighings.subList(MOST, MOST + 1), World.EMPTY);
        assertEquals(Set.of("too-many weighing"), findings.reasons());
        ManifestFacts kept = (ManifestFacts) memory.dossier(manifest).facts();
        assertEquals(weighings.subList(1, MOST + 1), kept.weighings());
    }
}
