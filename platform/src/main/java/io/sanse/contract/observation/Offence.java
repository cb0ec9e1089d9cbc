package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * An offence on a department's books (违法登记): a minor one that is registered only (云登记), or waste that was dumped. {@code observedAt} is when it was committed or,
 * of a further word on it, when the word was given. A number told again tells what has become of it: the latest word counts.
 *
 * @param number the department's number
 * @param matter what kind
 * @param standing what the department holds it for
 * @param persons person codes of those who committed it
 * @param enterprises enterprise codes of the firms that committed it
 * @param plates the vehicles that it was committed with
 * @param hazardous hazardous waste
 * @param tonnes amount of waste, t
 * @param act what was done, for people
 */
public record Offence(
        String number,
        Matter matter,
        Standing standing,
        List<String> persons,
        List<String> enterprises,
        List<String> plates,
        Boolean hazardous,
        Double tonnes,
        String act)
        implements Payload {
    public Offence {
        persons = persons == null ? List.of() : List.copyOf(persons);
        enterprises = enterprises == null ? List.of() : List.copyOf(enterprises);
        plates = plates == null ? List.of() : List.copyOf(plates);
    }

    /** Kind of offence. */
    public enum Matter {
        /** Minor: registered, not punished. */
        MINOR,
        /** Waste was dumped. */
        DUMPING;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is none of this name */
        @JsonCreator
        public static Matter of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** What the department holds it for. */
    public enum Standing {
        SUSPECTED,
        CONFIRMED,
        /** It was none, or not theirs. */
        REVOKED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is none of this name */
        @JsonCreator
        public static Standing of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
