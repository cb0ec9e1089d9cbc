/**
 * From a vehicle's positions to facts: stays in zones and silences. The fold over the positions in the order of their times is the only place that decides; what
 * comes late is put where it belongs, and the fold is run again from the last point before it. Fed with positions by {@code detect}, pure.
 */
package io.sanse.model.detect.track;
