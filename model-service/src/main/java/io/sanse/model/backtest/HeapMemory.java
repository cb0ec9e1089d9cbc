package io.sanse.model.backtest;

import io.sanse.contract.Subject;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.time.Wake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** State in the heap, gone with the backtest. Dossiers never change and are held as they are; tracks do change, and are held as bytes. */
public class HeapMemory extends ByteMemory {
    private final Map<Subject, Dossier> dossiers = new HashMap<>();
    private final BooleanSupplier enough;

    public HeapMemory() {
        this(() -> false);
    }

    /** @param enough asked for each subject; once it says so, nothing is remembered any more, so that even a long frame soon ends */
    HeapMemory(BooleanSupplier enough) {
        this.enough = enough;
    }

    /** @throws CancellationException when it is enough */
    @Override
    public Dossier dossier(Subject subject) {
        if (enough.getAsBoolean()) {
            throw new CancellationException("the backtest is to end");
        }
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
