package io.sanse.model.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.rule.Episode;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Question.Sight;
import io.sanse.model.detect.situation.Question.Surroundings;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a retired model has said of something long past ends, and is remembered as long as the next version may go on from it. */
class RetiredWordTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");
    private static final Instant RETIRED = Instant.parse("2026-03-05T12:00:00Z");
    private static final Duration KEPT = Duration.ofHours(72);

    private final ModelSet library = Library.load();
    private final Model model = library.models().stream()
            .filter(one -> one.id().equals("vehicle-suspicious-stop"))
            .findFirst()
            .orElseThrow();
    private final Judge judge = new Judge(
            new ModelSet(List.of(), library.tracks(), library.outages(), library.backlog(), library.calendar()));

    private Detection raised(Instant at) {
        long ms = at.toEpochMilli();
        Snapshot moment = new Snapshot(ms, ms, Map.of(), new Finding(ms));
        Episode episode = new Episode(ms, moment, Level.BLUE, 50, Set.of(), null, new Parameters(List.of()));
        return new DetectionDraft(lasting -> model, model, TRUCK, World.EMPTY, at).raised(episode, ms);
    }

    private Dossier looked(Dossier before, Instant newest) {
        VehicleFacts facts = VehicleFacts.NONE.with(Long.MAX_VALUE, List.of(), List.of(), newest.toEpochMilli());
        Judge.Case matter = new Judge.Case(TRUCK, before.with(facts), new Occasion().forAll());
        Surroundings surroundings =
                new Surroundings(World.EMPTY, new Clocks(Map.of(), newest.toEpochMilli()), library.calendar());
        return judge.judge(matter, Sight.NONE, surroundings, new Judge.Hearing(null, RETIRED))
                .dossier();
    }

    @Test
    void aWordOfLongAgoIsRememberedFromItsEndOn() {
        Detection word = raised(RETIRED.minus(KEPT.multipliedBy(2)));
        Dossier ended = looked(new Dossier(VehicleFacts.NONE, List.of(word), List.of(), List.of(), 1), RETIRED);
        assertEquals(List.of(Change.CLEARED), changes(ended));
        assertEquals(2, ended.published().get(0).revision());
        Dossier remembered = looked(ended, RETIRED.plus(KEPT));
        assertEquals(ended.published(), remembered.published());
        assertEquals(List.of(), changes(looked(remembered, RETIRED.plus(KEPT).plusMillis(1))));
    }

    private static List<Change> changes(Dossier dossier) {
        return dossier.published().stream().map(Detection::change).toList();
    }
}
