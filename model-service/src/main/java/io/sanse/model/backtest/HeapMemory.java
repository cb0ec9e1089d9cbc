package io.sanse.model.backtest;

import io.sanse.contract.Subject;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.time.Wake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** State in the heap, gone with the backtest. Dossiers never change and are held as they are; tracks do change, and are held as bytes. */
public class HeapMemory extends ByteMemory {
    private final Map<Subject, Dossier> dossiers = new HashMap<>();

    @Override
    public Dossier dossier(Subject subject) {
        return dossiers.get(subject);
    }

    @Override
    public void put(Subject subject, Dossier dossier) {
        dossiers.put(subject, dossier);
    }

    @Override
    public void remove(Subject subject) {
        dossiers.remove(subject);
    }

    @Override
    public void forEachWake(BiConsumer<Subject, List<Wake>> visitor) {
        dossiers.forEach((subject, dossier) -> visitor.accept(subject, dossier.wakes()));
    }
}
