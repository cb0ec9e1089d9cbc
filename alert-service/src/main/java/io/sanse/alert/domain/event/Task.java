package io.sanse.alert.domain.event;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the departments have done since the alert was last dispatched.
 *
 * @param signed departments that have signed, in their order
 * @param fedBack departments that have fed back, in their order
 * @param verdict outcome of the verification, or null before it
 * @param chain departments that led before and transferred it, oldest first
 */
public record Task(List<String> signed, List<String> fedBack, String verdict, List<String> chain) {
    public static final String CONFIRMED = "confirmed";
    public static final Task NONE = new Task(List.of(), List.of(), null, List.of());

    public Task {
        signed = List.copyOf(signed);
        fedBack = List.copyOf(fedBack);
        chain = List.copyOf(chain);
    }

    public Task signedBy(String department) {
        return new Task(plus(signed, department), fedBack, verdict, chain);
    }

    public Task fedBackBy(String department) {
        return new Task(signed, plus(fedBack, department), verdict, chain);
    }

    public Task verified(String outcome) {
        return new Task(signed, fedBack, outcome, chain);
    }

    /** Handed on: what its last leader signed and found counts no longer, what the members signed does. */
    public Task transferredFrom(String department) {
        return new Task(
                signed.stream().filter(one -> !one.equals(department)).toList(),
                List.of(),
                null,
                plus(chain, department));
    }

    /** To be fed back again. */
    public Task returned(boolean verifyAgain) {
        return new Task(signed, List.of(), verifyAgain ? null : verdict, chain);
    }

    /** From the beginning, with the chain kept. */
    public Task reopened() {
        return new Task(List.of(), List.of(), null, chain);
    }

    private static List<String> plus(List<String> list, String one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
