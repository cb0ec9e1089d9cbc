package io.sanse.model.cases;

import io.sanse.contract.Subject;
import io.sanse.model.file.Line;
import io.sanse.model.file.Place;
import java.util.List;

/**
 * One row of a table: what arrives, and what a model is to say about it.
 *
 * @param name in words, once in its table
 * @param place where it stands
 * @param setting where and when it plays
 * @param events in the order of arrival; see {@link CaseScript}
 * @param expect every word that is to be said, in order: {@code raised yellow 21:40:30 until 21:40:30 night}
 * @param reasons why something could not be judged, which must be among those given
 * @param says the last word's sentence in English, or null when it does not matter
 */
public record ModelCase(
        String name,
        Place place,
        Setting setting,
        List<Line> events,
        List<String> expect,
        List<String> reasons,
        String says) {
    public ModelCase {
        events = List.copyOf(events);
        expect = List.copyOf(expect);
        reasons = List.copyOf(reasons);
    }

    /**
     * Where and when a case plays.
     *
     * @param times its night
     * @param subject on whom everything is reported
     * @param world the registry
     */
    public record Setting(CaseTime times, Subject subject, CaseWorld world) {}
}
