package io.sanse.model.detect.world;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.place.Area;
import io.sanse.contract.place.Ring;

/**
 * A zone of the registry (区域).
 *
 * @param id its code
 * @param version of its registry entry
 * @param name for people
 * @param type {@code pit}, {@code river-bank}, {@code enterprise}, {@code fuel} …
 * @param core a core zone: shorter stays count
 * @param enterprise enterprise code that it belongs to, or null
 * @param division division code, or null
 * @param ring its boundary
 */
public record Zone(
        String id,
        long version,
        LocalizedText name,
        String type,
        boolean core,
        String enterprise,
        String division,
        Ring ring)
        implements Area {}
