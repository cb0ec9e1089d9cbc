package io.sanse.model.detect.parameter;

import io.sanse.contract.Subject;

/**
 * What of a matter settles the parameters by which it is judged.
 *
 * @param subject when some parameter has a value of its own for it, else null
 * @param zone likewise
 * @param district the longest code with a value of its own that the division begins with, else null
 */
public record Spot(Subject subject, String zone, String district) {}
