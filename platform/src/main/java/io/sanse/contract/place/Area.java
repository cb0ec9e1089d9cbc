package io.sanse.contract.place;

/** Something that covers a part of the map. */
public interface Area {
    Ring ring();
}
