package io.sanse.model.detect.world;

import io.sanse.contract.place.Area;
import io.sanse.contract.place.Ring;

/**
 * A county or town.
 *
 * @param code division code: the longer, the smaller the area
 * @param ring its boundary
 */
record District(String code, Ring ring) implements Area {}
