package io.sanse.model.trace.domain;

import io.sanse.contract.Subject;
import java.util.List;

/**
 * What is known of a vehicle around an occasion.
 *
 * @param vehicle which
 * @param occasions of its presence, by time, at least one
 * @param sights hours before to hours after its likeliest presence, by time
 * @param papers the firms and persons that papers of these hours name with it
 */
public record Surroundings(Subject vehicle, List<Occasion> occasions, List<Sight> sights, List<Subject> papers) {
    public Surroundings {
        occasions = List.copyOf(occasions);
        sights = List.copyOf(sights);
        papers = List.copyOf(papers);
    }
}
