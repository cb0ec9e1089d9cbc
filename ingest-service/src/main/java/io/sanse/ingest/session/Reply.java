package io.sanse.ingest.session;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.observation.Observation;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one message of a device comes to.
 *
 * @param verdict what the message says about its connection
 * @param observations to be published
 * @param letters to be kept
 * @param whenKept the answer once all of them are kept, encoded when it is sent; empty for none
 * @param whenNotKept the answer when they could not be kept, empty for none
 */
public record Reply(
        Verdict verdict,
        List<Observation> observations,
        List<DeadLetter> letters,
        Supplier<byte[]> whenKept,
        Supplier<byte[]> whenNotKept) {
    static final Supplier<byte[]> NO_ANSWER = () -> new byte[0];

    /** What a message says about its connection. */
    public enum Verdict {
        /** A sound frame. */
        SOUND,
        /** A sound frame whose length was wrong or whose bytes were not escaped. */
        REPAIRED,
        /** No sound frame: a connection that sends nothing else is closed. */
        UNSOUND,
        /** The connection ends with this answer. */
        LAST
    }

    public Reply {
        observations = List.copyOf(observations);
        letters = List.copyOf(letters);
    }

    /** A message that carries nothing to keep. */
    static Reply answer(Supplier<byte[]> answer) {
        return new Reply(Verdict.SOUND, List.of(), List.of(), answer, answer);
    }

    /** A message that was refused but is kept as a letter; the answer is the same either way. */
    static Reply refusal(Verdict verdict, DeadLetter letter, Supplier<byte[]> answer) {
        return new Reply(verdict, List.of(), List.of(letter), answer, answer);
    }

    Reply with(Verdict other) {
        return new Reply(other, observations, letters, whenKept, whenNotKept);
    }

    /** Whether there is nothing to publish or to keep, so that the answer can leave at once. */
    public boolean keepsNothing() {
        return observations.isEmpty() && letters.isEmpty();
    }
}
