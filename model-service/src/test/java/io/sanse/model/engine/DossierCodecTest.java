package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.cases.CaseArrivals;
import io.sanse.model.cases.Findings;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.library.LibraryCases;
import io.sanse.runtime.json.Json;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever the models come to know in all cases of the library is read as it was written, and as an earlier version wrote it. */
class DossierCodecTest {
    private final ModelSet models = Library.load();

    @Test
    void everythingThatCasesLeadTo() {
        int compared = 0;
        for (var model : models.models()) {
            for (ModelCase one : LibraryCases.of(model)) {
                compared += compare(one);
            }
        }
        assertTrue(compared > 500, compared + " dossiers");
    }

    private int compare(ModelCase one) {
        HeapMemory memory = new HeapMemory();
        World world = CaseArrivals.world(one);
        PartitionDetector detector = new PartitionDetector(models, memory, new Findings());
        Set<Subject> subjects = new TreeSet<>();
        for (Arrival arrival : CaseArrivals.of(one)) {
            detector.process(arrival.observations(), world, arrival.at().truncatedTo(ChronoUnit.MILLIS));
            arrival.observations().stream().map(Observation::subject).forEach(subjects::add);
        }
        int compared = 0;
        for (Subject subject : subjects) {
            Dossier dossier = memory.dossier(subject);
            if (dossier != null) {
                assertEquals(dossier, DossierCodec.decode(DossierCodec.encode(dossier)));
                assertEquals(dossier, DossierCodec.decode(Json.bytes(dossier)));
                assertEquals(dossier.wakes(), DossierCodec.wakes(DossierCodec.encode(dossier)));
                compared++;
            }
        }
        return compared;
    }
}
