package io.sanse.model.detect.world;

/** Something that covers a part of the map. */
public interface Area {
    Ring ring();
}
