package io.sanse.model.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.rule.Episode;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Snapshot;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Of one model's episodes on one subject so many are told and no more; those that are told go on as ever. */
class ReconciliationTest {
    private static final int MOST = Reconciliation.MOST;

    private final Model model = Library.load().models().stream()
            .filter(one -> one.id().equals("restricted-zone-passage"))
            .findFirst()
            .orElseThrow();

    private Reconciliation after(List<Detection> published, List<Episode> episodes) {
        DetectionDraft draft =
                new DetectionDraft(episode -> model, model, Subject.vehicle("浙GA1234"), World.EMPTY, Instant.EPOCH);
        Reconciliation reconciliation = new Reconciliation(draft, true);
        reconciliation.run(published, episodes, Long.MIN_VALUE);
        return reconciliation;
    }

    private static List<Episode> episodes(int from, int until) {
        return LongStream.range(from, until)
                .mapToObj(at -> new Episode(
                        at * 10,
                        new Snapshot(at * 10, at * 10, Map.of(), new Finding(at * 10)),
                        Level.BLUE,
                        50,
                        Set.of(),
                        at * 10 + 1,
                        new Parameters(List.of())))
                .toList();
    }

    private static List<Change> changes(List<Detection> words) {
        return words.stream().map(Detection::change).toList();
    }

    @Test
    void asManyAsAreToldAreRaised() {
        Reconciliation all = after(List.of(), episodes(0, MOST));
        assertEquals(MOST, all.kept().size());
        assertEquals(List.of(), all.untold());
    }

    @Test
    void whatWouldBeRaisedBeyondThatIsNamedAndComesWhenThereIsRoom() {
        Reconciliation first = after(List.of(), episodes(0, MOST + 2));
        assertEquals(MOST, first.kept().size());
        assertEquals(episodes(MOST, MOST + 2).stream().map(Episode::start).toList(), starts(first.untold()));
        Reconciliation again = after(first.kept(), episodes(0, MOST + 2));
        assertEquals(List.of(), again.words(), "those that are told stand");
        assertEquals(2, again.untold().size());
        List<Detection> settled = first.kept().subList(1, MOST);
        Reconciliation later = after(settled, episodes(1, MOST + 2));
        assertEquals(List.of(Change.RAISED, Change.CLEARED), changes(later.words()));
        assertEquals(List.of((MOST + 1) * 10L), starts(later.untold()));
    }

    private static List<Long> starts(List<Episode> episodes) {
        return episodes.stream().map(Episode::start).toList();
    }
}
