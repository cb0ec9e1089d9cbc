package io.sanse.contract.trace;

import java.util.List;
import java.util.Map;

/**
 * Who could have been there.
 *
 * @param candidates best first
 * @param possible how many vehicles could have been there, those not named included
 * @param hidden how many candidates are not shown because they lie outside the caller's areas
 * @param coverage what could not have been seen
 * @param parameters the values used, with units, by name
 */
public record TraceBackResult(
        List<TraceBackCandidate> candidates,
        int possible,
        int hidden,
        TraceBackCoverage coverage,
        Map<String, String> parameters) {
    public TraceBackResult {
        candidates = List.copyOf(candidates);
        parameters = Map.copyOf(parameters);
    }
}
