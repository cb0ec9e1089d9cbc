package io.sanse.model.engine;

import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.time.Wake;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Dossiers as JSON: they are read and written seldom, and a member that a later version adds is simply absent in an older one. */
final class DossierCodec {

    /** The part that is needed to know when to look again. */
    private record Waking(List<Wake> wakes) {}

    private DossierCodec() {}

    static byte[] encode(Dossier dossier) {
        return Json.bytes(dossier);
    }

    static Dossier decode(byte[] bytes) {
        return read(bytes, Dossier.class);
    }

    static List<Wake> wakes(byte[] bytes) {
        return read(bytes, Waking.class).wakes();
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return Json.parse(bytes, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("stored state cannot be read", unreadable);
        }
    }
}
