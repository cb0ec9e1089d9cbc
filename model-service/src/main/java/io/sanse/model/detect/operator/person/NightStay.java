package io.sanse.model.detect.operator.person;

import io.sanse.model.detect.fact.Seen;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Proof;
import io.sanse.model.detect.world.Zone;

/**
 * A vehicle that has stayed in a zone in a night.
 *
 * @param zone where
 * @param dawn when the night is over, ms
 * @param plate which vehicle
 * @param first what showed it there first
 * @param sure what showed that it stays
 */
record NightStay(Zone zone, long dawn, String plate, Seen first, Seen sure) {
    /** When it came, ms. */
    long enter() {
        return first.at();
    }

    /** Since when it is known that it stays, ms. */
    long at() {
        return sure.at();
    }

    /** A report or picture as evidence. */
    static Proof proof(Seen one) {
        return one.fix() == null ? EvidenceOf.pass(one.pass()) : EvidenceOf.fix(one.fix());
    }
}
