package io.sanse.ingest.publish;

import java.util.List;
import java.util.function.Function;

/**
 * Who else hears of a station's readings.
 *
 * @param neighboursOf MNs of the stations that compare themselves with a station, by its MN
 * @param siteOf code of the site that hears of a station's minutes, or null, by its MN
 */
public record StationLinks(Function<String, List<String>> neighboursOf, Function<String, String> siteOf) {}
