package io.sanse.model.trace.store;

import io.sanse.contract.Subject;
import io.sanse.model.trace.domain.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is stored of some vehicles in some hours.
 *
 * @param sights by vehicle, by time
 * @param papers firms and persons named together with each
 */
public record Around(Map<String, List<Sight>> sights, Map<String, List<Subject>> papers) {
    static Around of(List<StoredPart> parts, List<Arriving.Paper> papers) {
        Map<String, List<Sight>> sights = new HashMap<>();
        parts.forEach(part -> sights.computeIfAbsent(part.vehicle(), none -> new ArrayList<>())
                .addAll(part.own()));
        Map<String, List<Subject>> named = new HashMap<>();
        papers.forEach(paper -> named.computeIfAbsent(paper.vehicle(), none -> new ArrayList<>())
                .add(Subject.parse(paper.subject())));
        return new Around(sights, named);
    }
}
