package io.sanse.contract.trace;

import io.sanse.contract.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A vehicle that could have been there.
 *
 * @param vehicle which
 * @param score 0–100: the points of its evidence added up
 * @param seenInside whether it was seen inside; else it could have been there between two times at which it was seen elsewhere
 * @param from earliest time of its likeliest presence
 * @param until latest time of its likeliest presence
 * @param longestStayS how long it was seen inside then, or else can have been inside at most, s
 * @param occasions how many separate presences are possible in the span asked about; all silences of more than an hour count as one
 * @param vehicleClass class by the registry, or null
 * @param carrier enterprise code of its carrier, or null
 * @param firms firms that it came from or that papers of these hours name with it
 * @param persons persons that papers of these hours name with it
 * @param evidence for and against, weightiest first
 */
public record TraceBackCandidate(
        Subject vehicle,
        int score,
        boolean seenInside,
        Instant from,
        Instant until,
        long longestStayS,
        int occasions,
        String vehicleClass,
        Subject carrier,
        List<Subject> firms,
        List<Subject> persons,
        List<TraceBackEvidence> evidence) {
    public TraceBackCandidate {
        firms = List.copyOf(firms);
        persons = List.copyOf(persons);
        evidence = List.copyOf(evidence);
    }

    /** The same with fewer firms. */
    public TraceBackCandidate with(List<Subject> visibleFirms, Subject visibleCarrier) {
        return new TraceBackCandidate(
                vehicle,
                score,
                seenInside,
                from,
                until,
                longestStayS,
                occasions,
                vehicleClass,
                visibleCarrier,
                visibleFirms,
                persons,
                evidence);
    }
}
