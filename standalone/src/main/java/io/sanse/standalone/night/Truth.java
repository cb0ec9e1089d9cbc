package io.sanse.standalone.night;

import io.sanse.contract.Subject;
import java.util.List;

/**
 * What the platform must find.
 *
 * @param expected the alerts that must stand, each once; no other may
 * @param retracted alerts that were right when raised and that late data must have disproved by the end
 * @param traps what must raise nothing, for the table
 */
public record Truth(List<Expectation> expected, List<Expectation> retracted, List<Trap> traps) {
    /**
     * Something that looks like an incident.
     *
     * @param subjects on whom an alert would be false; empty = on anybody
     * @param story what it is, one line for people
     */
    public record Trap(List<Subject> subjects, String story) {}

    public Truth {
        expected = List.copyOf(expected);
        retracted = List.copyOf(retracted);
        traps = List.copyOf(traps);
    }
}
